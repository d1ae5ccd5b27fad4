using System.Diagnostics.CodeAnalysis;
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

    /// <summary>Shows a value, in the given MIME types or in those that suit it.</summary>
    /// <returns>What is shown, to be updated later.</returns>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Notebooks call KernelInvocationContext.Current.Display.")]
    public DisplayedValue Display(object? value, params string[] mimeTypes) => value.Display(mimeTypes);

    /// <summary>Shows a text as content of the given MIME type.</summary>
    /// <returns>What is shown, to be updated later.</returns>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Notebooks call KernelInvocationContext.Current.DisplayAs.")]
    public DisplayedValue DisplayAs(string value, string mimeType) => value.DisplayAs(mimeType);
}
