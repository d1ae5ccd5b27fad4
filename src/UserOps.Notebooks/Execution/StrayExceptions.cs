using System.Runtime.ExceptionServices;
using UserOps.Notebooks.Scripting;

namespace UserOps.Notebooks.Execution;

/// <summary>Tells an exception on a thread that a cell started, where it would otherwise end the process and the session with it.</summary>
internal static class StrayExceptions
{
    private static readonly Lazy<bool> Installed = new(Install);

    /// <summary>Makes sure that such exceptions are told.</summary>
    public static bool Ensure() => Installed.Value;

    private static bool Install()
    {
        ExceptionHandling.SetUnhandledExceptionHandler(Tell);
        return true;
    }

    /// <summary>True when the exception came from code of a cell and the process can go on.</summary>
    private static bool Tell(Exception exception)
    {
        if (!CellContext.IsCodeOfACell)
            return false;
        var error = Tracebacks.Describe(exception);
        Console.Error.WriteLine("A thread that the cell started has failed. " + string.Join('\n', error.Traceback));
        return true;
    }
}
