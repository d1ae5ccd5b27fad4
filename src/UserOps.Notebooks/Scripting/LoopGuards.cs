using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using UserOps.Notebooks.Guards;

namespace UserOps.Notebooks.Scripting;

/// <summary>Writes a call of <see cref="LoopGuard"/> into every loop and function, and a check of the stack into lambdas that may call themselves, without moving a line.</summary>
internal static class LoopGuards
{
    private const string Call = $" global::UserOps.Notebooks.Guards.{nameof(LoopGuard)}.{nameof(LoopGuard.Check)}();";
    private const string StackCheck = " global::System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();";

    public static string Insert(string code, CancellationToken cancellation)
    {
        var root = CSharpSyntaxTree.ParseText(code, ScriptCompiler.ParseOptions, cancellationToken: cancellation).GetRoot(cancellation);
        if (root.ContainsDiagnostics)
            return code;
        var recursive = Recursion.Lambdas(root);
        var changes = root.DescendantNodes().SelectMany(Insertions).Concat(recursive.SelectMany(StackChecks)).GroupBy(insertion => insertion.Position, insertion => insertion.Text)
            .OrderBy(texts => texts.Key).Select(texts => new TextChange(new(texts.Key, 0), string.Concat(texts)));
        return SourceText.From(code).WithChanges(changes).ToString();
    }

    private static IEnumerable<(int Position, string Text)> Insertions(SyntaxNode node) => BodyOf(node) switch
    {
        BlockSyntax block => [(block.OpenBraceToken.Span.End, Call)],
        StatementSyntax statement => [(statement.SpanStart, "{" + Call + " "), (statement.Span.End, " }")],
        _ => [],
    };

    private static IEnumerable<(int Position, string Text)> StackChecks(SyntaxNode lambda) => lambda switch
    {
        AnonymousFunctionExpressionSyntax { Block: { } block } => [(block.OpenBraceToken.Span.End, StackCheck)],
        LambdaExpressionSyntax { ExpressionBody: { } body } whole when TypeOf(whole) is { } type && HasValue(type, whole) is { } hasValue =>
            [(body.SpanStart, "{" + StackCheck + (hasValue ? " return " : " ")), (body.Span.End, "; }")],
        _ => [],
    };

    /// <summary>The type with which the cell declares the variable of a lambda; null where it does not.</summary>
    private static SimpleNameSyntax? TypeOf(LambdaExpressionSyntax lambda)
    {
        string? name = lambda.Parent is AssignmentExpressionSyntax { Left: SimpleNameSyntax left } ? left.Identifier.ValueText : (lambda.Parent?.Parent as VariableDeclaratorSyntax)?.Identifier.ValueText;
        var declared = lambda.SyntaxTree.GetRoot().DescendantNodes().OfType<VariableDeclarationSyntax>().FirstOrDefault(one => one.Variables.Any(variable => variable.Identifier.ValueText == name));
        var type = declared?.Type is NullableTypeSyntax nullable ? nullable.ElementType : declared?.Type;
        return (type is QualifiedNameSyntax qualified ? qualified.Right : type) as SimpleNameSyntax;
    }

    /// <summary>Whether a lambda of this type gives a value; null where the type may be no delegate, such as an expression tree.</summary>
    private static bool? HasValue(SimpleNameSyntax type, LambdaExpressionSyntax lambda) => type switch
    {
        { Identifier.ValueText: "Action" } => false,
        GenericNameSyntax { Identifier.ValueText: "Func" } function => !IsAsyncWithout(lambda, function.TypeArgumentList.Arguments[^1]),
        _ => lambda.SyntaxTree.GetRoot().DescendantNodes().OfType<DelegateDeclarationSyntax>().FirstOrDefault(one => one.Identifier.ValueText == type.Identifier.ValueText) is { } own
            ? own.ReturnType is not PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } && !IsAsyncWithout(lambda, own.ReturnType)
            : null,
    };

    private static bool IsAsyncWithout(LambdaExpressionSyntax lambda, TypeSyntax type) =>
        lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword) && type is IdentifierNameSyntax { Identifier.ValueText: "Task" or "ValueTask" };

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
