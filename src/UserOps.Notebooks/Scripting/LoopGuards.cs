using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using UserOps.Notebooks.Execution;

namespace UserOps.Notebooks.Scripting;

/// <summary>Writes a call of <see cref="LoopGuard"/> into every loop and function, without moving a line.</summary>
internal static class LoopGuards
{
    private const string Guard = $" global::UserOps.Notebooks.Execution.{nameof(LoopGuard)}.";
    private const string Check = $"{Guard}{nameof(LoopGuard.Check)}();";
    private const string Enter = $"{Guard}{nameof(LoopGuard.Enter)}();";

    public static string Insert(string code, CancellationToken cancellation)
    {
        var root = CSharpSyntaxTree.ParseText(code, ScriptCompiler.ParseOptions, cancellationToken: cancellation).GetRoot(cancellation);
        if (root.ContainsDiagnostics)
            return code;
        var changes = root.DescendantNodes().SelectMany(ChangesAt).GroupBy(change => change.Span, change => change.NewText)
            .OrderBy(texts => texts.Key.Start).ThenBy(texts => texts.Key.End).Select(texts => new TextChange(texts.Key, string.Concat(texts)));
        return SourceText.From(code).WithChanges(changes).ToString();
    }

    private static IEnumerable<TextChange> ChangesAt(SyntaxNode node) => node switch
    {
        ArrowExpressionClauseSyntax arrow => ArrowBodies.Open(arrow, Enter),
        BlockSyntax block when IsFunction(block.Parent) => [After(block.OpenBraceToken, Enter)],
        BlockSyntax block when IsLoop(block.Parent) => [After(block.OpenBraceToken, Check)],
        StatementSyntax statement when IsLoop(statement.Parent) => [new(new(statement.SpanStart, 0), "{" + Check + " "), new(new(statement.Span.End, 0), " }")],
        _ => [],
    };

    private static TextChange After(SyntaxToken token, string text) => new(new(token.Span.End, 0), text);

    private static bool IsLoop(SyntaxNode? node) => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;

    /// <summary>Finalizers and static constructors are left out: an exception in one ends the process or its type.</summary>
    private static bool IsFunction(SyntaxNode? node) => node switch
    {
        DestructorDeclarationSyntax => false,
        ConstructorDeclarationSyntax constructor => !constructor.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax,
    };
}
