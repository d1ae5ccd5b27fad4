using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UserOps.Notebooks.Parameters;

/// <summary>Reads constants in a cell as a caller of the notebook would write them.</summary>
internal static class ParameterConstant
{
    /// <summary>One text an element; null where the expression is no constant or list of constants.</summary>
    public static IReadOnlyList<string>? TextsOf(ExpressionSyntax? expression) => expression switch
    {
        CollectionExpressionSyntax list => All(list.Elements.Select(element => (element as ExpressionElementSyntax)?.Expression)),
        ArrayCreationExpressionSyntax { Initializer: { } items } => All(items.Expressions),
        ImplicitArrayCreationExpressionSyntax array => All(array.Initializer.Expressions),
        InitializerExpressionSyntax items => All(items.Expressions),
        _ => TextOf(expression) is { } text ? [text] : null,
    };

    private static IReadOnlyList<string>? All(IEnumerable<ExpressionSyntax?> items)
    {
        string?[] texts = [.. items.Select(TextOf)];
        return Array.TrueForAll(texts, text => text is not null) ? [.. texts.OfType<string>()] : null;
    }

    private static string? TextOf(ExpressionSyntax? expression) => expression switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } => "true",
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } => "false",
        LiteralExpressionSyntax { Token.Value: { } value } => Convert.ToString(value, CultureInfo.InvariantCulture),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus when TextOf(minus.Operand) is { } number => "-" + number,
        // An element of an enumeration is given by its name.
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax, Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
        _ => null,
    };
}
