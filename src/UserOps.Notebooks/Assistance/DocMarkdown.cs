using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace UserOps.Notebooks.Assistance;

/// <summary>Turns documentation comments into Markdown.</summary>
internal static partial class DocMarkdown
{
    /// <summary>Summary, parameters, what is returned, exceptions.</summary>
    public static string Whole(XElement member) => string.Join("\n\n", new[]
    {
        Text(member.Element("summary")),
        Listed("Parameters", member.Elements("param"), parameter => parameter.Attribute("name")?.Value ?? ""),
        member.Element("returns") is { } returns ? "**Returns** " + Text(returns) : "",
        Listed("Exceptions", member.Elements("exception"), exception => NameOf(exception.Attribute("cref")?.Value ?? "")),
    }.Where(part => part.Length > 0));

    /// <summary>The text of one element; empty when there is none.</summary>
    public static string Text(XElement? element) =>
        element is null ? "" : BlankLines().Replace(string.Concat(element.Nodes().Select(Text)), "\n\n").Trim();

    private static string Listed(string title, IEnumerable<XElement> elements, Func<XElement, string> nameOf) =>
        string.Join('\n', elements.Select(element => $"- `{nameOf(element)}` {Text(element)}".TrimEnd())) is { Length: > 0 } list ? $"**{title}**\n\n{list}" : "";

    private static string Text(XNode node) => node switch
    {
        XCData data => data.Value,
        XText text => Blanks().Replace(text.Value, " "),
        XElement element => Element(element),
        _ => "",
    };

    private static string Element(XElement element) => element.Name.LocalName switch
    {
        "see" or "seealso" when element.Attribute("href") is { } link => $"[{(element.Value.Length > 0 ? element.Value : link.Value)}]({link.Value})",
        "see" or "seealso" => $"`{(element.Value.Length > 0 ? element.Value : element.Attribute("langword")?.Value ?? NameOf(element.Attribute("cref")?.Value ?? ""))}`",
        "paramref" or "typeparamref" => $"`{element.Attribute("name")?.Value}`",
        "c" => $"`{element.Value}`",
        "code" => $"\n\n```csharp\n{element.Value.Trim('\r', '\n')}\n```\n\n",
        "para" or "list" => $"\n\n{string.Concat(element.Nodes().Select(Text)).Trim(' ')}\n\n",
        "item" => "\n- " + string.Join(" — ", element.Elements().Select(Text)),
        _ => string.Concat(element.Nodes().Select(Text)),
    };

    /// <summary>The short name of a documentation ID: the type, or type and member.</summary>
    private static string NameOf(string id)
    {
        string plain = Arity().Replace(id.Split('(')[0], "");
        string[] parts = plain[(plain.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('.');
        return string.Join('.', parts[^(id.StartsWith("T:", StringComparison.Ordinal) || parts.Length == 1 ? 1 : 2)..]);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s*\n\s*\n\s*")]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"`+\d+")]
    private static partial Regex Arity();
}
