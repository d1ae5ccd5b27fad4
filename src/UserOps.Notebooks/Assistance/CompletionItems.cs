using System.Globalization;
using Microsoft.CodeAnalysis;

namespace UserOps.Notebooks.Assistance;

/// <summary>Gathers choices that fit what is written: those that begin with it, or where none does, those that hold it.</summary>
internal sealed class CompletionItems(string written, SymbolDocs docs)
{
    private readonly List<CompletionItem> _items = [];

    public void Add(IEnumerable<ISymbol> symbols)
    {
        foreach (var group in symbols.Where(symbol => symbol.CanBeReferencedByName && Fits(symbol.Name)).GroupBy(symbol => symbol.Name))
            if (group.FirstOrDefault(symbol => !IsHidden(symbol)) is { } first)
                _items.Add(Item(first, group.Count() - 1));
    }

    /// <summary>Adds parameters that can be given by name.</summary>
    public void AddParameters(IEnumerable<IParameterSymbol> parameters) => _items.AddRange(parameters.Where(parameter => Fits(parameter.Name)).DistinctBy(parameter => parameter.Name)
        .Select(parameter => new CompletionItem(parameter.Name + ":", CompletionKind.Parameter, () => SymbolText.Of(parameter))));

    public void AddKeywords() => _items.AddRange(Keywords.All.Where(Fits).Select(word => new CompletionItem(word, CompletionKind.Keyword)));

    public IReadOnlyList<CompletionItem> Sorted()
    {
        var starting = _items.Where(item => item.Text.StartsWith(written, StringComparison.OrdinalIgnoreCase)).ToList();
        return [.. (starting.Count > 0 ? starting : _items).OrderBy(item => Rank(item.Kind)).ThenBy(item => item.Text, StringComparer.OrdinalIgnoreCase)];
    }

    private bool Fits(string name) => name.Contains(written, StringComparison.OrdinalIgnoreCase);

    private CompletionItem Item(ISymbol symbol, int others) => new(Escaped(symbol.Name), SymbolText.KindOf(symbol),
        () => SymbolText.Of(symbol) + (others == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (+ {others} overload{(others == 1 ? "" : "s")})")), () => docs.SummaryOf(symbol));

    private static string Escaped(string name) => Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(name) == Microsoft.CodeAnalysis.CSharp.SyntaxKind.None ? name : "@" + name;

    private static bool IsHidden(ISymbol symbol) => symbol.GetAttributes().Any(attribute =>
        attribute is { AttributeClass.Name: "EditorBrowsableAttribute", ConstructorArguments: [{ Value: 1 }] });

    /// <summary>What is the notebook's own comes first, words of the language late, namespaces last.</summary>
    private static int Rank(CompletionKind kind) => kind switch
    {
        CompletionKind.Variable or CompletionKind.Parameter => 0,
        CompletionKind.Keyword => 3,
        CompletionKind.Namespace => 4,
        >= CompletionKind.Class and <= CompletionKind.TypeParameter => 2,
        _ => 1,
    };
}
