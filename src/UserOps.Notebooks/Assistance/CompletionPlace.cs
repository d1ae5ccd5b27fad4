using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace UserOps.Notebooks.Assistance;

/// <summary>The word that is being written, and what stands before it.</summary>
/// <param name="Before">The token before the word; of no kind at the start of the cell.</param>
/// <param name="Start">Where the word starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Written">The part of the word up to the place that was asked for.</param>
internal readonly record struct CompletionPlace(SyntaxToken Before, int Start, int End, string Written)
{
    /// <summary>The place; null within comments, texts and numbers, where nothing is completed.</summary>
    public static CompletionPlace? Find(SyntaxNode root, int position)
    {
        if (IsInComment(root, position))
            return null;
        var token = root.FindToken(position);
        if (token.SpanStart >= position || token.IsMissing)
            token = token.GetPreviousToken();
        if (IsText(token) && (position < token.Span.End || position == token.Span.End && IsOpen(token)) || IsInterpolatedText(token))
            return null;
        if (token.IsKind(SyntaxKind.NumericLiteralToken) && position <= token.Span.End)
            return null;
        bool isWord = (token.IsKind(SyntaxKind.IdentifierToken) || token.IsKeyword()) && position <= token.Span.End;
        return isWord
            ? new(token.GetPreviousToken(), token.SpanStart, token.Span.End, token.Text[..(position - token.SpanStart)].TrimStart('@'))
            : new(token, position, position, "");
    }

    private static bool IsText(SyntaxToken token) => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.Utf8StringLiteralToken
        or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken;

    private static bool IsInterpolatedText(SyntaxToken token) => token.Kind() is SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringStartToken
        or SyntaxKind.InterpolatedVerbatimStringStartToken or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken;

    private static bool IsOpen(SyntaxToken text) => text.ContainsDiagnostics;

    private static bool IsInComment(SyntaxNode root, int position)
    {
        var trivia = root.FindTrivia(Math.Max(0, position - 1));
        return trivia.SpanStart < position && trivia.Kind() switch
        {
            SyntaxKind.SingleLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia => true,
            SyntaxKind.MultiLineCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => position < trivia.Span.End || !trivia.ToString().EndsWith("*/", StringComparison.Ordinal),
            _ => trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia),
        };
    }
}
