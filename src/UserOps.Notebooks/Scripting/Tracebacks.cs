using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using UserOps.Notebooks.Documents;

namespace UserOps.Notebooks.Scripting;

/// <summary>Tells an exception of a cell: what it says, and where in the notebook it came from.</summary>
internal static class Tracebacks
{
    public static CellOutput.Error Describe(Exception exception)
    {
        var cause = Unwrap(exception);
        if (cause is NotebookException)
            return new(cause.GetType().Name, cause.Message, cause.Message.Split('\n'));
        return new(cause.GetType().Name, cause.Message, [.. Lines(cause, "")]);
    }

    private static Exception Unwrap(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        _ => exception,
    };

    private static IEnumerable<string> Lines(Exception exception, string lead)
    {
        yield return $"{lead}{exception.GetType().Name}: {exception.Message}";
        foreach (string frame in new StackTrace(exception, fNeedFileInfo: false).GetFrames().Where(IsUsers).DistinctBy(frame => (frame.GetMethod(), frame.GetILOffset())).Select(frame => Describe(frame, exception)).Distinct())
            yield return "   at " + frame;
        foreach (var inner in InnerOf(exception))
            foreach (string line in Lines(Unwrap(inner), "caused by "))
                yield return line;
    }

    private static IReadOnlyList<Exception> InnerOf(Exception exception) => exception switch
    {
        AggregateException aggregate => [.. aggregate.InnerExceptions],
        { InnerException: { } inner } => [inner],
        _ => [],
    };

    private static bool IsUsers(StackFrame frame) => ScriptLoadContext.OriginOf(frame.GetMethod()?.Module.Assembly) is not null;

    private static string Describe(StackFrame frame, Exception exception)
    {
        var origin = ScriptLoadContext.OriginOf(frame.GetMethod()!.Module.Assembly)!;
        var symbols = new MethodLines(frame.GetMethod()!, origin.Symbols.Value);
        int[] lines = symbols.At(frame.GetILOffset()) is { } line ? [line] : [.. FaultLines.Of(frame.GetMethod()!, symbols, exception)];
        string place = lines.Length == 0 ? "" : ", line " + string.Join(" or ", lines.Select(number => number.ToString(CultureInfo.InvariantCulture)));
        return MethodName(frame) + origin.Label + place;
    }

    /// <summary>The name of the method that the notebook wrote; nothing for the cell itself.</summary>
    private static string MethodName(StackFrame frame)
    {
        var method = frame.GetMethod();
        string owner = method?.DeclaringType?.Name ?? "";
        string name = method?.Name == "MoveNext" && owner.StartsWith('<') ? owner[1..owner.IndexOf('>', StringComparison.Ordinal)] : method?.Name ?? "";
        return name.Length == 0 || name.StartsWith('<') ? "" : $"{name} in ";
    }
}
