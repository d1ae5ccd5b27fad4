using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace UserOps.Reports.Pages;

/// <summary>C# with its words coloured by kind.</summary>
internal static class CodeText
{
    public static Markup Write(string language, string source) => language == "csharp" && !source.StartsWith("#!", StringComparison.Ordinal)
        ? Markup.Join(SyntaxFactory.ParseTokens(source).Select(Write), "")
        : Markup.Of($"{source}");

    private static Markup Write(SyntaxToken token) =>
        Markup.Of($"{Trivia(token.LeadingTrivia)}{Wrap(ClassOf(token), token.Text)}{Trivia(token.TrailingTrivia)}");

    private static Markup Trivia(SyntaxTriviaList list) => Markup.Join(list.Select(trivia => Wrap(ClassOf(trivia), trivia.ToFullString())), "");

    private static Markup Wrap(string? kind, string text) => kind is null ? Markup.Of($"{text}") : Markup.Of($"<span class=\"{kind}\">{text}</span>");

    private static string? ClassOf(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => "num",
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken => "str",
        var kind => SyntaxFacts.IsKeywordKind(kind) || IsContextual(token) ? "kw" : null,
    };

    private static bool IsContextual(SyntaxToken token) =>
        token.IsKind(SyntaxKind.IdentifierToken) && token.Text is "var" or "await" or "async" or "record" or "with" or "when" or "init" or "required";

    private static string? ClassOf(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia => "com",
        _ => null,
    };
}
