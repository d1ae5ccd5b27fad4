using System.Globalization;
using Microsoft.CodeAnalysis;

namespace UserOps.Notebooks.Assistance;

/// <summary>Says in one line what a symbol is.</summary>
internal static class SymbolText
{
    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeConstantValue,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.InstanceMethod,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        localOptions: SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeConstantValue,
        kindOptions: SymbolDisplayKindOptions.IncludeNamespaceKeyword | SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral);

    /// <summary>Its signature, with what it is where that is not plain.</summary>
    public static string Of(ISymbol symbol) => symbol switch
    {
        _ when IsVariable(symbol) => "(variable) " + symbol.ToDisplayString(Format),
        IParameterSymbol => "(parameter) " + symbol.ToDisplayString(Format),
        IMethodSymbol { IsExtensionMethod: true } => "(extension) " + symbol.ToDisplayString(Format),
        ITypeParameterSymbol parameter => string.Create(CultureInfo.InvariantCulture, $"{parameter.Name} (of {parameter.ContainingSymbol.ToDisplayString(Format)})"),
        _ => symbol.ToDisplayString(Format),
    };

    /// <summary>A parameter as it stands in a signature.</summary>
    public static string OfParameter(IParameterSymbol parameter) => parameter.ToDisplayString(Format);

    public static CompletionKind KindOf(ISymbol symbol) => symbol switch
    {
        _ when IsVariable(symbol) => CompletionKind.Variable,
        IParameterSymbol => CompletionKind.Parameter,
        IMethodSymbol { IsExtensionMethod: true } => CompletionKind.ExtensionMethod,
        IMethodSymbol => CompletionKind.Method,
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => CompletionKind.EnumMember,
        IFieldSymbol { IsConst: true } => CompletionKind.Constant,
        IFieldSymbol => CompletionKind.Field,
        IEventSymbol => CompletionKind.Event,
        INamespaceSymbol => CompletionKind.Namespace,
        ITypeParameterSymbol => CompletionKind.TypeParameter,
        IAliasSymbol alias => KindOf(alias.Target),
        ITypeSymbol type => KindOfType(type.TypeKind),
        _ => CompletionKind.Property,
    };

    /// <summary>Whether it is a variable: a cell's are fields to the compiler.</summary>
    private static bool IsVariable(ISymbol symbol) =>
        symbol is ILocalSymbol or IRangeVariableSymbol or IFieldSymbol { ContainingType.IsScriptClass: true };

    private static CompletionKind KindOfType(TypeKind kind) => kind switch
    {
        TypeKind.Struct => CompletionKind.Struct,
        TypeKind.Interface => CompletionKind.Interface,
        TypeKind.Enum => CompletionKind.Enum,
        TypeKind.Delegate => CompletionKind.Delegate,
        _ => CompletionKind.Class,
    };
}
