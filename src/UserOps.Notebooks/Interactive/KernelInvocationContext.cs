using UserOps.Notebooks.Execution;

namespace Microsoft.DotNet.Interactive;

/// <summary>The running cell, as its own code sees it.</summary>
public sealed class KernelInvocationContext
{
    private KernelInvocationContext(CancellationToken cancellation) => CancellationToken = cancellation;

    /// <summary>The running cell; null outside a notebook.</summary>
    public static KernelInvocationContext? Current => CellContext.Current is null ? null : new(CellContext.CurrentCancellation);

    /// <summary>Cancelled when the cell is asked to stop: hand it to long calls.</summary>
    public CancellationToken CancellationToken { get; }
}
