using System.Globalization;
using UserOps.Notebooks.Documents;

namespace UserOps.Kernel.Sessions;

/// <summary>What a host itself has to say about a cell.</summary>
internal static class Problems
{
    /// <summary>The cell was stopped.</summary>
    public static CellOutput.Error Stopped { get; } = Of("Stopped", "Stopped. What the cell had assigned stays.");

    /// <summary>The cell was to stop and goes on.</summary>
    public static CellOutput.Error Unstoppable { get; } = Of("NotStopped", "The cell does not stop: its code cannot be interrupted. Restart the kernel; its variables are lost then.");

    /// <summary>An earlier cell still runs and cannot be stopped.</summary>
    public static CellOutput.Error Lost { get; } = Of("NotRun", "An earlier cell still runs and cannot be stopped. Restart the kernel.");

    /// <summary>The cell ended the whole process.</summary>
    public static CellOutput.Error Exited(int code) => Of("KernelDied",
        string.Create(CultureInfo.InvariantCulture, $"The kernel has ended, because the cell called Environment.Exit({code}). Restart it; its variables are lost."));

    private static CellOutput.Error Of(string name, string message) => new(name, message, [message]);
}
