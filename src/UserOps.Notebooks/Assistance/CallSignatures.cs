using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using UserOps.Notebooks.Scripting;

namespace UserOps.Notebooks.Assistance;

/// <summary>Finds what is being called and in which ways it can be called.</summary>
internal static class CallSignatures
{
    public static SignatureHelp? Find(CellDraft draft, int position, SymbolDocs docs)
    {
        if (OpenCall.At(draft.Root, draft.InScript(position)) is not { } call)
            return null;
        List<ISymbol> overloads = [.. Overloads(draft.Model, call.Node).OrderBy(overload => Parameters(overload).Length)];
        if (overloads.Count == 0)
            return null;
        int active = Active(draft.Model, call, overloads);
        return new([.. overloads.Select(overload => Signature(overload, docs))], active, call.ParameterOf(Parameters(overloads[active])));
    }

    /// <summary>The parameters that could be named right behind a token that opens or divides arguments.</summary>
    public static IEnumerable<IParameterSymbol> ParametersAt(SemanticModel model, SyntaxToken before) =>
        before.Kind() is SyntaxKind.OpenParenToken or SyntaxKind.CommaToken && before.Parent is BaseArgumentListSyntax { Parent: { } call }
            ? Overloads(model, call).SelectMany(overload => Parameters(overload))
            : [];

    private static IEnumerable<ISymbol> Overloads(SemanticModel model, SyntaxNode call)
    {
        IEnumerable<ISymbol> found = call switch
        {
            InvocationExpressionSyntax invocation => OfInvocation(model, invocation),
            BaseObjectCreationExpressionSyntax or AttributeSyntax => Constructors(model.GetTypeInfo(call).Type),
            ConstructorInitializerSyntax initializer => Constructors(Called(model, initializer)?.ContainingType),
            ElementAccessExpressionSyntax element => Indexers(model.GetTypeInfo(element.Expression).Type),
            ArrayTypeSyntax array => Indexers(MemberLookup.TypeAsValue(model, array.ElementType)),
            _ => [],
        };
        return found.Where(symbol => model.IsAccessible(call.SpanStart, symbol));
    }

    private static ImmutableArray<ISymbol> OfInvocation(SemanticModel model, InvocationExpressionSyntax invocation)
    {
        var methods = model.GetMemberGroup(invocation.Expression);
        return !methods.IsEmpty ? methods : model.GetTypeInfo(invocation.Expression).Type is INamedTypeSymbol { DelegateInvokeMethod: { } method } ? [method] : [];
    }

    private static ImmutableArray<IMethodSymbol> Constructors(ITypeSymbol? type) => type is INamedTypeSymbol named ? named.InstanceConstructors : [];

    private static ISymbol? Called(SemanticModel model, SyntaxNode call) => model.GetSymbolInfo(call) is var info ? info.Symbol ?? info.CandidateSymbols.FirstOrDefault() : null;

    private static IEnumerable<ISymbol> Indexers(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
            foreach (var indexer in type.GetMembers().OfType<IPropertySymbol>().Where(property => property.IsIndexer))
                yield return indexer;
    }

    /// <summary>The overload that takes as many arguments and suits best those that are written.</summary>
    private static int Active(SemanticModel model, OpenCall call, List<ISymbol> overloads) => overloads.Select((overload, i) => (Index: i, Parameters: Parameters(overload)))
        .OrderByDescending(overload => overload.Parameters.Length > call.Argument || call.Argument == 0 || overload.Parameters is [.., { IsParams: true }])
        .ThenByDescending(overload => call.Before.Select((argument, i) => i < overload.Parameters.Length ? Fit(model, argument, overload.Parameters[i].Type) : 0).Sum()).First().Index;

    private static int Fit(SemanticModel model, ExpressionSyntax argument, ITypeSymbol parameter) =>
        model.ClassifyConversion(argument, parameter) is var conversion && conversion.IsIdentity ? 2 : conversion.IsImplicit ? 1 : 0;

    private static CallSignature Signature(ISymbol overload, SymbolDocs docs) => new(SymbolText.Of(overload), docs.SummaryOf(overload),
        [.. Parameters(overload).Select(parameter => new SignatureParameter(SymbolText.OfParameter(parameter), docs.OfParameter(overload, parameter.Name)))]);

    private static ImmutableArray<IParameterSymbol> Parameters(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };
}
