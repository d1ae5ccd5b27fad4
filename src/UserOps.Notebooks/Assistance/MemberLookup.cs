using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UserOps.Notebooks.Assistance;

/// <summary>What can stand behind a dot.</summary>
internal static class MemberLookup
{
    public static IEnumerable<ISymbol> Of(SemanticModel model, SyntaxToken dot, int position) => Receiver(dot) is not { } receiver ? []
        : dot.Parent!.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } directive ? OfUsing(model, receiver, directive, position)
        : Named(model, receiver) switch
        {
            INamespaceSymbol space => model.LookupNamespacesAndTypes(position, space),
            ITypeSymbol type => model.LookupStaticMembers(position, type),
            _ => TypeOf(model, receiver, dot) is { } type ? OfValue(model, type, position) : [],
        };

    private static ExpressionSyntax? Receiver(SyntaxToken dot) => dot.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        QualifiedNameSyntax name => name.Left,
        AliasQualifiedNameSyntax alias => alias.Alias,
        MemberBindingExpressionSyntax binding => binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>()
            .FirstOrDefault(access => access.WhenNotNull.Span.Contains(binding.Span))?.Expression,
        _ => null,
    };

    /// <summary>The namespace or type that the receiver names; null when it is a value.</summary>
    private static ISymbol? Named(SemanticModel model, ExpressionSyntax receiver)
    {
        var symbol = model.GetSymbolInfo(receiver).Symbol is IAliasSymbol alias ? alias.Target : model.GetSymbolInfo(receiver).Symbol;
        return symbol is INamespaceOrTypeSymbol ? symbol : null;
    }

    /// <summary>The type of the value before the dot. What follows on the next line can make the parser take it for a type's name, so it is also read as an expression.</summary>
    private static ITypeSymbol? TypeOf(SemanticModel model, ExpressionSyntax receiver, SyntaxToken dot)
    {
        var type = model.GetTypeInfo(receiver).Type;
        if (type is null or IErrorTypeSymbol)
            type = TypeAsValue(model, receiver);
        bool isConditional = dot.Parent is MemberBindingExpressionSyntax;
        return isConditional && type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : type;
    }

    /// <summary>The type of what the parser took for a type's name, read as an expression.</summary>
    public static ITypeSymbol? TypeAsValue(SemanticModel model, ExpressionSyntax name) =>
        model.GetSpeculativeTypeInfo(name.SpanStart, SyntaxFactory.ParseExpression(name.ToString()), SpeculativeBindingOption.BindAsExpression).Type;

    private static IEnumerable<ISymbol> OfValue(SemanticModel model, ITypeSymbol type, int position) => type.SpecialType == SpecialType.System_Void ? []
        : model.LookupSymbols(position, type, includeReducedExtensionMethods: true).Where(symbol => symbol is { IsStatic: false } and not ITypeSymbol);

    private static IEnumerable<ISymbol> OfUsing(SemanticModel model, ExpressionSyntax receiver, UsingDirectiveSyntax directive, int position) =>
        Named(model, receiver) is not INamespaceOrTypeSymbol container ? []
        : model.LookupNamespacesAndTypes(position, container)
            .Where(symbol => symbol is INamespaceSymbol || directive.Alias is not null || directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword));
}
