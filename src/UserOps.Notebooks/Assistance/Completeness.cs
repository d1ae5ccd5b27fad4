using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using UserOps.Notebooks.Magics;
using UserOps.Notebooks.Scripting;

namespace UserOps.Notebooks.Assistance;

/// <summary>Tells a cell that is ready to run from one that is still being written.</summary>
internal static class Completeness
{
    private const int IndentWidth = 4;

    public static CellCompleteness Of(string cell, ScriptSession session)
    {
        if (CellParser.Parse(cell, "csharp").Any(part => CellCheck.Problem(part) is not null))
            return new CellCompleteness.Invalid();
        string code = CellParser.CodeOf(cell);
        var script = session.Rewrite(code);
        var tree = Parse(script.Code);
        bool isComplete = SyntaxFactory.IsCompleteSubmission(tree) && (script.Namespaces.Count == 0 || SyntaxFactory.IsCompleteSubmission(Parse(code)));
        return !isComplete ? new CellCompleteness.Incomplete(new string(' ', IndentWidth * OpenBraces(Parse(code))))
            : tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? new CellCompleteness.Invalid()
            : new CellCompleteness.Complete();
    }

    private static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(code, ScriptCompiler.ParseOptions);

    private static int OpenBraces(SyntaxTree tree) => Math.Max(0, tree.GetRoot().DescendantTokens().Sum(token => token.IsMissing ? 0
        : token.IsKind(SyntaxKind.OpenBraceToken) ? 1 : token.IsKind(SyntaxKind.CloseBraceToken) ? -1 : 0));
}
