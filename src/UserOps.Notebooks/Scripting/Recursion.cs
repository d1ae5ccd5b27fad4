using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UserOps.Notebooks.Scripting;

/// <summary>Whether functions of a piece may call themselves, directly or by way of others. Names decide, so that what only looks like it counts too.</summary>
/// <remarks>A check of the stack costs some nanoseconds a call, which the many functions that cannot recur need not pay. The compiler adds it, except to lambdas that stand in no function: <see cref="LoopGuards"/>.</remarks>
internal static class Recursion
{
    public static bool IsPossible(SyntaxNode root) => NamesIn(root).Count > 0;

    /// <summary>The lambdas that may call themselves by the name of their variable.</summary>
    public static HashSet<SyntaxNode> Lambdas(SyntaxNode root)
    {
        var named = root.DescendantNodes().Select(node => (Name: NameOf(node), Lambda: LambdaOf(node))).Where(node => node.Lambda is not null).ToList();
        var names = named.Count > 0 ? NamesIn(root) : [];
        return [.. named.Where(node => names.Contains(node.Name!)).Select(node => node.Lambda!)];
    }

    /// <summary>The names that lead back to themselves.</summary>
    private static HashSet<string> NamesIn(SyntaxNode root)
    {
        var calls = root.DescendantNodes().Select(node => (Name: NameOf(node), Node: node)).Where(function => function.Name is not null)
            .ToLookup(function => function.Name!, function => function.Node, StringComparer.Ordinal);
        var mentions = calls.ToDictionary(
            functions => functions.Key,
            functions => functions.SelectMany(MentionsOf).Where(calls.Contains).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        return [.. mentions.Keys.Where(name => Reaches(name, name, mentions, []))];
    }

    private static AnonymousFunctionExpressionSyntax? LambdaOf(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value as AnonymousFunctionExpressionSyntax,
        AssignmentExpressionSyntax { Left: SimpleNameSyntax } assignment => assignment.Right as AnonymousFunctionExpressionSyntax,
        _ => null,
    };

    /// <summary>The name by which the code within can be run: of a function, of a type for what runs when one is made, of a variable for the lambda in it.</summary>
    private static string? NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        IndexerDeclarationSyntax or OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax => "",
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        VariableDeclaratorSyntax { Initializer: not null } variable => variable.Identifier.ValueText,
        AssignmentExpressionSyntax { Left: SimpleNameSyntax name, Right: AnonymousFunctionExpressionSyntax } => name.Identifier.ValueText,
        _ => null,
    };

    private static IEnumerable<string> MentionsOf(SyntaxNode function) => function switch
    {
        AssignmentExpressionSyntax assignment => Names(assignment.Right),
        VariableDeclaratorSyntax variable => Names(variable.Initializer!),
        IndexerDeclarationSyntax or OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax => Names(function).Append(""),
        BaseTypeDeclarationSyntax type => type.ChildNodes().Where(node => node is FieldDeclarationSyntax or ConstructorDeclarationSyntax or PropertyDeclarationSyntax { Initializer: not null }).SelectMany(Names),
        _ => Names(function),
    };

    private static IEnumerable<string> Names(SyntaxNode node) => node.DescendantNodes().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText);

    private static bool Reaches(string from, string to, Dictionary<string, HashSet<string>> mentions, HashSet<string> seen) =>
        mentions[from].Any(next => next == to || seen.Add(next) && Reaches(next, to, mentions, seen));
}
