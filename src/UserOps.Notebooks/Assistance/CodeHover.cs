using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using UserOps.Notebooks.Scripting;

namespace UserOps.Notebooks.Assistance;

/// <summary>Explains the name at a place: its signature and its documentation.</summary>
internal static class CodeHover
{
    public static HoverText? Explain(CellDraft draft, int position, SymbolDocs docs)
    {
        var token = NameAt(draft.Root, draft.InScript(position));
        if (token.Parent is not { } node || SymbolOf(draft.Model, node) is not { } symbol || symbol is IErrorTypeSymbol)
            return null;
        string text = $"```csharp\n{SymbolText.Of(symbol)}\n```\n\n{docs.AllOf(symbol)}".TrimEnd();
        return new(text, draft.InCell(token.SpanStart), draft.InCell(token.Span.End));
    }

    private static SyntaxToken NameAt(SyntaxNode root, int position)
    {
        var token = root.FindToken(position);
        if (!token.IsKind(SyntaxKind.IdentifierToken) || token.SpanStart > position)
            token = token.GetPreviousToken();
        return token.IsKind(SyntaxKind.IdentifierToken) && token.SpanStart <= position && position <= token.Span.End ? token : default;
    }

    private static ISymbol? SymbolOf(SemanticModel model, SyntaxNode node)
    {
        if (model.GetDeclaredSymbol(node) is { } declared)
            return declared;
        var info = model.GetSymbolInfo(node);
        return info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
    }
}
