using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using UserOps.Notebooks.Scripting;

namespace UserOps.Notebooks.Assistance;

/// <summary>Completes C#: members behind a dot, namespaces behind <c>using</c>, types behind <c>new</c>, properties of an initializer, else every name in scope.</summary>
internal static class CodeCompletion
{
    public static CompletionList Complete(CellDraft draft, int position, SymbolDocs docs)
    {
        if (CompletionPlace.Find(draft.Root, draft.InScript(position)) is not { } place)
            return new([], position, position);
        var items = new CompletionItems(place.Written, docs);
        Collect(draft.Model, place, items);
        return new(items.Sorted(), draft.InCell(place.Start), draft.InCell(place.End));
    }

    private static void Collect(SemanticModel model, CompletionPlace place, CompletionItems items)
    {
        var before = place.Before;
        if (before.Kind() is SyntaxKind.DotToken or SyntaxKind.ColonColonToken)
            items.Add(MemberLookup.Of(model, before, place.Start));
        else if (before.Parent is UsingDirectiveSyntax { Alias: null } directive && !before.IsKind(SyntaxKind.SemicolonToken))
            items.Add(model.LookupNamespacesAndTypes(place.Start).Where(symbol => symbol is INamespaceSymbol || !directive.StaticKeyword.IsKind(SyntaxKind.None)));
        else if (before.IsKind(SyntaxKind.NewKeyword))
            items.Add(model.LookupNamespacesAndTypes(place.Start).Where(CanBeMade));
        else if (InitializerOf(before) is { } initializer && InitializedType(model, initializer) is { } type)
            items.Add(Settable(model, type, initializer));
        else if (before.Parent is PropertyPatternClauseSyntax { Parent: PatternSyntax pattern } && model.GetTypeInfo(pattern).Type is { } matched)
            items.Add(model.LookupSymbols(place.Start, matched).Where(symbol => symbol is IPropertySymbol { IsIndexer: false, IsStatic: false } or IFieldSymbol { IsStatic: false }));
        else
        {
            items.AddParameters(CallSignatures.ParametersAt(model, before));
            items.Add(model.LookupSymbols(place.Start));
            items.AddKeywords();
        }
    }

    private static bool CanBeMade(ISymbol symbol) => symbol is INamespaceSymbol or INamedTypeSymbol { IsStatic: false, TypeKind: not TypeKind.Interface };

    /// <summary>The initializer in which a property's name is about to be written.</summary>
    private static InitializerExpressionSyntax? InitializerOf(SyntaxToken before) =>
        before.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.CommaToken && before.Parent is InitializerExpressionSyntax initializer
        && initializer.Kind() is SyntaxKind.ObjectInitializerExpression or SyntaxKind.WithInitializerExpression ? initializer : null;

    private static ITypeSymbol? InitializedType(SemanticModel model, InitializerExpressionSyntax initializer) => initializer.Parent switch
    {
        WithExpressionSyntax copy => model.GetTypeInfo(copy.Expression).Type,
        ExpressionSyntax creation => model.GetTypeInfo(creation).Type,
        _ => null,
    };

    private static IEnumerable<ISymbol> Settable(SemanticModel model, ITypeSymbol type, InitializerExpressionSyntax initializer)
    {
        var written = initializer.Expressions.OfType<AssignmentExpressionSyntax>().Select(assignment => assignment.Left.ToString()).ToHashSet(StringComparer.Ordinal);
        return model.LookupSymbols(initializer.SpanStart, type)
            .Where(symbol => symbol is IPropertySymbol { SetMethod: not null, IsIndexer: false, IsStatic: false } or IFieldSymbol { IsReadOnly: false, IsStatic: false } && !written.Contains(symbol.Name));
    }
}
