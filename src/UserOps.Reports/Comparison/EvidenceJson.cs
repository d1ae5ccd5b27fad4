using System.Globalization;
using System.Text.Json.Nodes;
using UserOps.Decomposition;
using UserOps.Differences;
using UserOps.Display;
using UserOps.Reports.Metrics;

namespace UserOps.Reports.Comparison;

/// <summary>The parts that a metric is made of, as JSON: its tree and its dimensions.</summary>
internal static class EvidenceJson
{
    public static JsonObject Of(UserEvidence evidence) => SortedJson.Present(
        ("days", evidence.Days),
        ("total", evidence.IsTotal ? true : null),
        ("tree", evidence.Tree is { } tree ? Of(tree) : null),
        ("dimensions", evidence.Dimensions.Count > 0 ? new JsonArray([.. evidence.Dimensions.Select(Of)]) : null));

    public static UserEvidence Read(JsonNode json) => new()
    {
        Days = (int?)json["days"],
        IsTotal = (bool?)json["total"] ?? false,
        Tree = json["tree"] is { } tree ? ReadTree(tree) : null,
        Dimensions = [.. Items(json["dimensions"]).Select(ReadDimension)],
    };

    private static JsonObject Of(KpiTree tree) => SortedJson.Present(
        ("name", tree.Name),
        ("kind", tree switch { KpiTree.Sum => "sum", KpiTree.Product => "product", _ => "leaf" }),
        ("format", string.Create(CultureInfo.InvariantCulture, $"{tree.Format.Kind}:{tree.Format.Digits}:{tree.Format.Unit}")),
        ("value", tree is KpiTree.Leaf ? tree.Value : null),
        ("parts", tree is KpiTree.Leaf ? null : new JsonArray([.. tree.Parts.Select(Of)])));

    private static JsonObject Of(DimensionParts dimension) => SortedJson.Object(
        ("dimension", dimension.Dimension),
        ("parts", new JsonArray([.. dimension.Parts.Select(part => SortedJson.Object(("name", part.Name), ("volume", part.Volume), ("total", part.Total)))])));

    private static KpiTree ReadTree(JsonNode json)
    {
        var (name, format) = (Text(json["name"]), ReadFormat(Text(json["format"])));
        KpiTree[] parts = [.. Items(json["parts"]).Select(ReadTree)];
        return Text(json["kind"]) switch
        {
            "sum" => new KpiTree.Sum(name, format, parts),
            "product" => new KpiTree.Product(name, format, parts),
            _ => new KpiTree.Leaf(name, (double)json["value"]!, format),
        };
    }

    private static DimensionParts ReadDimension(JsonNode json) => new(
        Text(json["dimension"]), [.. Items(json["parts"]).Select(part => new DimensionPart(Text(part["name"]), (double)part["volume"]!, (double)part["total"]!))]);

    private static Format ReadFormat(string text)
    {
        string[] words = text.Split(':', 3);
        int digits = int.Parse(words[1], CultureInfo.InvariantCulture);
        return words[0] switch
        {
            nameof(FormatKind.Percent) => Format.Percent(digits),
            nameof(FormatKind.Money) => Format.Money(words[2], digits),
            nameof(FormatKind.Duration) => Format.Duration,
            _ => Format.Number(digits, words[2]),
        };
    }

    private static string Text(JsonNode? json) => (string)json!;

    private static IEnumerable<JsonNode> Items(JsonNode? json) => json is JsonArray items ? items.OfType<JsonNode>() : [];
}
