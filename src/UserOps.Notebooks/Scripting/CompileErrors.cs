using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using UserOps.Notebooks.Documents;

namespace UserOps.Notebooks.Scripting;

/// <summary>Tells compile errors with their place, the source line and a marker under it.</summary>
internal static class CompileErrors
{
    public static CellOutput.Error Describe(CompilationException exception) => new(
        "CompilationError", string.Join('\n', exception.Errors.Select(error => Headline(error, exception.Compilation))), [.. exception.Errors.SelectMany(error => Lines(error, exception.Compilation))]);

    private static IEnumerable<string> Lines(Diagnostic error, CSharpCompilation compilation)
    {
        yield return Headline(error, compilation);
        if (error.Location.SourceTree is not { } tree)
            yield break;
        var span = error.Location.GetLineSpan().Span;
        string line = tree.GetText().Lines[span.Start.Line].ToString();
        int end = span.End.Line == span.Start.Line ? span.End.Character : line.Length;
        yield return "    " + line;
        yield return "    " + Indent(line, span.Start.Character) + new string('^', Math.Max(1, end - span.Start.Character));
    }

    private static string Headline(Diagnostic error, CSharpCompilation compilation) =>
        $"{Place(error.Location)}{error.Id}: {Message(error, compilation)}";

    private static string Place(Location location) => location.GetLineSpan() is { IsValid: true } span
        ? string.Create(CultureInfo.InvariantCulture, $"{span.Path}, line {span.StartLinePosition.Line + 1}: ")
        : "";

    /// <summary>Blank text as wide as the start of a line, tabs kept so that the marker stands under its place.</summary>
    private static string Indent(string line, int width) => string.Concat(line.Take(width).Select(c => c == '\t' ? '\t' : ' '));

    /// <summary>What is wrong, and what a notebook can do about it where the compiler does not say.</summary>
    public static string Message(Diagnostic error, CSharpCompilation compilation) => error.GetMessage(CultureInfo.InvariantCulture) is var message && IsOfEndedTool(message)
        ? message + " That part of .NET Interactive ended with its tool and is not here."
        : message + (error.Id is "CS0103" or "CS0246" ? MissingUsing.Advice(error, compilation) : Advice(error.Id));

    private static bool IsOfEndedTool(string message) => message.Contains("'Microsoft.DotNet.Interactive'", StringComparison.Ordinal) || message.Contains("'Kernel' does not contain", StringComparison.Ordinal)
        || message.Contains("'KernelInvocationContext' does not contain", StringComparison.Ordinal);

    private static string Advice(string id) => id switch
    {
        "CS0120" => " In a cell, a class or a static function cannot use the notebook's variables: pass the value as an argument, or leave out 'static'.",
        "CS8345" or "CS8175" => " A variable of a cell lives on after it, which a span or another ref struct cannot: use it within a function, or within a block { … }.",
        "CS8795" => " Source generators do not run in cells: write the method yourself (new Regex(…) instead of [GeneratedRegex]), or put it into a library.",
        "CS9283" => " In a cell write an extension as a function with 'this': static int Twice(this string text) => 2 * text.Length;",
        _ => "",
    };
}
