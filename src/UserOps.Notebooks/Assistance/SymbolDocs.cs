using System.Collections.Concurrent;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace UserOps.Notebooks.Assistance;

/// <summary>Finds the documentation of symbols: in the cells, in the file beside an assembly, or in the SDK's reference files.</summary>
/// <param name="pathOf">The file of an assembly, by its name.</param>
internal sealed class SymbolDocs(Func<string, string?> pathOf)
{
    private readonly ConcurrentDictionary<(string Assembly, string Id), XElement?> _read = new();

    /// <summary>What it is, in one paragraph of Markdown; empty when nothing is known.</summary>
    public string SummaryOf(ISymbol symbol) => DocMarkdown.Text(Find(symbol)?.Element("summary"));

    /// <summary>Everything that is known, in Markdown; empty when nothing is.</summary>
    public string AllOf(ISymbol symbol) => Find(symbol) is { } member ? DocMarkdown.Whole(member) : "";

    /// <summary>What a parameter is for, in Markdown; empty when nothing is known.</summary>
    public string OfParameter(ISymbol symbol, string parameter) =>
        DocMarkdown.Text(Find(symbol)?.Elements("param").FirstOrDefault(element => element.Attribute("name")?.Value == parameter));

    private XElement? Find(ISymbol symbol)
    {
        var documented = Documented(symbol);
        var own = Parse(documented.GetDocumentationCommentXml()) ?? FromFile(documented);
        return own is null || own.Element("inheritdoc") is not null ? Ancestor(documented) is { } ancestor ? Find(ancestor) : own : own;
    }

    private XElement? FromFile(ISymbol symbol) => symbol.ContainingAssembly is { } assembly && symbol.GetDocumentationCommentId() is { } id && pathOf(assembly.Name) is { } path
        ? _read.GetOrAdd((path, id), key => Parse(XmlDocFiles.Find(key.Assembly, key.Id)))
        : null;

    private static ISymbol Documented(ISymbol symbol) => symbol switch
    {
        IAliasSymbol alias => Documented(alias.Target),
        IMethodSymbol { ReducedFrom: { } whole } => whole.OriginalDefinition,
        _ => symbol.OriginalDefinition,
    };

    /// <summary>The member that this one overrides or implements.</summary>
    private static ISymbol? Ancestor(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => method,
        IPropertySymbol { OverriddenProperty: { } property } => property,
        { ContainingType: { } type } and (IMethodSymbol or IPropertySymbol or IEventSymbol) => type.AllInterfaces.SelectMany(contract => contract.GetMembers(symbol.Name))
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol)),
        _ => null,
    };

    private static XElement? Parse(string? xml)
    {
        if (string.IsNullOrWhiteSpace(xml))
            return null;
        try
        {
            return XElement.Parse(xml);
        }
        catch (XmlException)
        {
            // A documentation file that is not well-formed documents nothing.
            return null;
        }
    }
}
