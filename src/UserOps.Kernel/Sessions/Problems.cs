using System.Globalization;
using UserOps.Notebooks.Documents;

namespace UserOps.Kernel.Sessions;

/// <summary>What a host itself has to say about a cell.</summary>
internal static class Problems
{
    /// <summary>The cell was stopped.</summary>
    public static CellOutput.Error Stopped { get; } = Of("Stopped", "Stopped. What the cell had assigned stays.");

    /// <summary>The cell, or one before it, was to stop and goes on.</summary>
    public static CellOutput.Error Unstoppable { get; } = Of("NotStopped",
        "This cell, or one before it, does not stop: its code cannot be interrupted. Restart the kernel; its variables are lost then. Or wait until that code ends by itself.");

    /// <summary>The engine could not start.</summary>
    public static CellOutput.Error NotStarted(Exception reason) => Of("NotStarted", $"The C# engine could not start: {reason.Message} Restart the kernel; 'userops kernel doctor' looks for the reason.");

    /// <summary>The cell ended the whole process.</summary>
    public static CellOutput.Error Exited(int code) => Of("KernelDied",
        string.Create(CultureInfo.InvariantCulture, $"The kernel has ended, because the cell called Environment.Exit({code}). Restart it; its variables are lost."));

    private static CellOutput.Error Of(string name, string message) => new(name, message, [message]);
}
