using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace UserOps.Notebooks.Scripting;

/// <summary>Usings of parts of .NET Interactive that ended with their tool: a cell that needs nothing else of them runs without.</summary>
internal static class EndedUsings
{
    /// <summary>The code with such usings blanked out, and what they name; null when the code has other errors.</summary>
    public static (string Code, IReadOnlyList<string> Names)? Without(string code, CompilationException problem)
    {
        var usings = problem.Errors.Select(error => error.Location.SourceTree?.GetRoot().FindNode(error.Location.SourceSpan).FirstAncestorOrSelf<UsingDirectiveSyntax>()).ToList();
        if (!usings.TrueForAll(directive => directive?.NamespaceOrType.ToString().StartsWith("Microsoft.DotNet.Interactive.", StringComparison.Ordinal) == true))
            return null;
        var changes = usings.Select(directive => directive!.Span).Distinct().Select(span => new TextChange(span, new string(' ', span.Length)));
        return (SourceText.From(code).WithChanges(changes).ToString(), [.. usings.Select(directive => directive!.NamespaceOrType.ToString()).Distinct()]);
    }
}
