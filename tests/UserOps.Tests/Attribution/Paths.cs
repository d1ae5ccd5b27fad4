using CsCheck;
using UserOps.Attribution;
using UserOps.Data;
using UserOps.Testing;

namespace UserOps.Tests.Attribution;

/// <summary>Journeys written as paths: "a > b" with how many converted and how many did not.</summary>
internal static class Paths
{
    public static readonly PathColumns Columns = new("path", "conversions") { Nulls = "nulls" };

    public static CustomerJourneys Of(params (string Path, double Conversions, double Nulls)[] rows) => CustomerJourneys.From(Table(rows), Columns);

    public static TypedTable Table(params (string Path, double Conversions, double Nulls)[] rows) => new("paths",
    [
        TextColumn.From("path", rows.Select(row => row.Path)),
        new NumberColumn("conversions", [.. rows.Select(row => row.Conversions)]),
        new NumberColumn("nulls", [.. rows.Select(row => row.Nulls)]),
    ]);

    /// <summary>ChannelAttribution's PathData: 10,000 paths, 12 channels.</summary>
    public static CustomerJourneys PathData() => CustomerJourneys.From(
        TypedTable.Open(PublicData.Path("channel-attribution/PathData.csv.gz")),
        new PathColumns { Nulls = "total_null", Value = "total_conversion_value" });

    /// <summary>Up to 12 paths of up to 6 touchpoints over 4 channels; at least one conversion, self-loops and repeats are common.</summary>
    public static Gen<(string Path, double Conversions, double Nulls)[]> Random { get; } = Gen.Select(
        Gen.Int[0, 3].Array[1, 6], Gen.Int[0, 5], Gen.Int[0, 5],
        (channels, conversions, nulls) => (string.Join(" > ", channels.Select(channel => "abcd"[channel])), (double)conversions, (double)nulls))
        .Array[1, 12].Select(rows => ((string, double, double)[])[.. rows, ("a > b", 1, 1)]);

    public static AttributionDefinition Only(params AttributionRule[] rules) => new() { Rules = rules, Replicates = 0 };

    public static RuleCredit Credit(this CustomerJourneys journeys, AttributionRule rule) => journeys.Attribute(Only(rule))[rule];
}
