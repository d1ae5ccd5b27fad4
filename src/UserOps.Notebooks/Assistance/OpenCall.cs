using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UserOps.Notebooks.Assistance;

/// <summary>A call whose arguments are being written.</summary>
/// <param name="Node">The call.</param>
/// <param name="Argument">The argument that is being written, from 0.</param>
/// <param name="Name">The name under which it is given, or null.</param>
/// <param name="Before">The arguments before it.</param>
internal sealed record OpenCall(SyntaxNode Node, int Argument, string? Name, IReadOnlyList<ExpressionSyntax> Before)
{
    public static OpenCall? At(SyntaxNode root, int position)
    {
        var token = root.FindToken(position);
        if (token.SpanStart >= position || token.IsMissing)
            token = token.GetPreviousToken();
        return token.Parent?.AncestorsAndSelf().Select(node => Read(node, position)).FirstOrDefault(call => call is not null);
    }

    /// <summary>Which of the parameters is being written; the last when there are fewer than arguments.</summary>
    public int ParameterOf(ImmutableArray<IParameterSymbol> parameters) =>
        parameters.FirstOrDefault(parameter => parameter.Name == Name) is { } named ? named.Ordinal : Math.Max(0, Math.Min(Argument, parameters.Length - 1));

    private static OpenCall? Read(SyntaxNode node, int position) => node switch
    {
        BaseArgumentListSyntax list when Tokens(list) is var (open, close) && IsWithin(open, close, position) =>
            Of(list.Parent!, list.Arguments, argument => (argument.Expression, argument.NameColon), position),
        AttributeArgumentListSyntax list when IsWithin(list.OpenParenToken, list.CloseParenToken, position) =>
            Of(list.Parent!, list.Arguments, argument => (argument.Expression, argument.NameColon), position),
        // An index of which nothing is written yet looks like an array type.
        ArrayRankSpecifierSyntax { Parent: { } type } rank when IsWithin(rank.OpenBracketToken, rank.CloseBracketToken, position) => new(type, 0, null, []),
        _ => null,
    };

    private static (SyntaxToken Open, SyntaxToken Close) Tokens(BaseArgumentListSyntax list) => list switch
    {
        ArgumentListSyntax round => (round.OpenParenToken, round.CloseParenToken),
        BracketedArgumentListSyntax square => (square.OpenBracketToken, square.CloseBracketToken),
        _ => default,
    };

    private static bool IsWithin(SyntaxToken open, SyntaxToken close, int position) => open.Span.End <= position && (close.IsMissing || position <= close.SpanStart);

    private static OpenCall Of<T>(SyntaxNode call, SeparatedSyntaxList<T> arguments, Func<T, (ExpressionSyntax Value, NameColonSyntax? Name)> read, int position) where T : SyntaxNode
    {
        int index = arguments.GetSeparators().Count(separator => separator.Span.End <= position);
        return new(call, index, index < arguments.Count ? read(arguments[index]).Name?.Name.Identifier.ValueText : null, [.. arguments.Take(index).Select(argument => read(argument).Value)]);
    }
}
