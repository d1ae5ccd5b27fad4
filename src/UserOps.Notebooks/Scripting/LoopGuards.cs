using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using UserOps.Notebooks.Execution;

namespace UserOps.Notebooks.Scripting;

/// <summary>Writes a call of <see cref="LoopGuard"/> into every loop and function, without moving a line.</summary>
internal static class LoopGuards
{
    private const string Call = $" global::UserOps.Notebooks.Execution.{nameof(LoopGuard)}.{nameof(LoopGuard.Check)}();";

    public static string Insert(string code, CancellationToken cancellation)
    {
        var root = CSharpSyntaxTree.ParseText(code, ScriptCompiler.ParseOptions, cancellationToken: cancellation).GetRoot(cancellation);
        if (root.ContainsDiagnostics)
            return code;
        var changes = root.DescendantNodes().SelectMany(Insertions).GroupBy(insertion => insertion.Position, insertion => insertion.Text)
            .OrderBy(texts => texts.Key).Select(texts => new TextChange(new(texts.Key, 0), string.Concat(texts)));
        return SourceText.From(code).WithChanges(changes).ToString();
    }

    private static IEnumerable<(int Position, string Text)> Insertions(SyntaxNode node) => BodyOf(node) switch
    {
        BlockSyntax block => [(block.OpenBraceToken.Span.End, Call)],
        StatementSyntax statement => [(statement.SpanStart, "{" + Call + " "), (statement.Span.End, " }")],
        _ => [],
    };

    private static StatementSyntax? BodyOf(SyntaxNode node) => node switch
    {
        WhileStatementSyntax loop => loop.Statement,
        DoStatementSyntax loop => loop.Statement,
        ForStatementSyntax loop => loop.Statement,
        CommonForEachStatementSyntax loop => loop.Statement,
        MethodDeclarationSyntax method => method.Body,
        LocalFunctionStatementSyntax function => function.Body,
        AnonymousFunctionExpressionSyntax function => function.Block,
        GotoStatementSyntax jump => jump,
        _ => null,
    };
}
