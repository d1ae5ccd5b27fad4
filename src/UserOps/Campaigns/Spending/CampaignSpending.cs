using UserOps.Data;
using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Time;

namespace UserOps.Campaigns;

/// <summary>What campaigns cost.</summary>
public static class CampaignSpendingAnalysis
{
    /// <summary>The cost of each campaign by kind; costs that no campaign explains, and campaigns that ran at the same time through one channel, are named.</summary>
    /// <exception cref="MissingDataException">The export has no table of campaigns, or it has no cost.</exception>
    public static CampaignSpending CampaignSpending(this Dataset data)
    {
        var table = CampaignTable.Of(data);
        return table.HasCosts ? new() { Campaigns = table.All, Calendar = data.Calendar } : throw new MissingDataException(
            "The table of campaigns has no column 'cost', nor costs by kind such as 'media_cost'. Add one, or name it with --map \"campaigns.cost=…\".");
    }
}

/// <summary>Cost by campaign, channel and kind.</summary>
public sealed record CampaignSpending : AnalysisResult
{
    private const int Most = 12;

    internal CampaignSpending() { }

    /// <summary>The campaigns in the order of the export.</summary>
    public required IReadOnlyList<Campaign> Campaigns { get; init; }

    /// <summary>The calendar of the days.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>All that was spent.</summary>
    public double Total => Campaigns.Sum(one => one.Cost);

    /// <summary>What was spent without naming a campaign, name or channel.</summary>
    public double WithoutCampaign => Campaigns.Where(one => one.IsNameless).Sum(one => one.Cost);

    /// <summary>Pairs of campaigns of one channel that ran on the same days.</summary>
    public IReadOnlyList<(Campaign First, Campaign Second)> Overlaps =>
    [
        .. from first in Campaigns.Index()
           from second in Campaigns.Skip(first.Index + 1)
           where first.Item.Channel is { } channel && channel == second.Channel && first.Item.Period is { } one && second.Period is { } other && one.Intersect(other).Days > 0
           select (first.Item, second),
    ];

    /// <summary>The total as a key number.</summary>
    public Metric Metric => new("campaigns.cost", Total, "money") { Label = "Spent on campaigns", N = Campaigns.Count, Definition = "All costs of the table of campaigns." };

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Cost of campaigns by kind",
        [new("Campaigns", Format.Text), new("Rows", Format.Count), .. Kinds.Select(kind => new TableColumn(kind.ToString(), Format.Money())), new("Sum", Format.Money()), new("Share", Format.Percent())],
        Groups.Select(group => Row(group.Key, [.. group])).Append(Row("All", Campaigns)),
        $"n = {Campaigns.Count} campaigns or channel-months{(Days is { } days ? $" · {days} ({Calendar})" : "")} · the currency of the export");

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        "Cost by kind", [.. Groups.Select(group => group.Key)], new("Campaigns", Format.Text), new("Cost", Format.Count),
        [.. Kinds.Select(kind => new Series(kind.ToString(), [.. Groups.Select(group => Sum(group, kind))]))])
    { Stacked = true, Horizontal = true, Subtitle = $"n = {Campaigns.Count} campaigns or channel-months" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. WithoutCampaign != 0 ? (string[])[$"{Format.Money().Write(WithoutCampaign)} were spent in rows that name no campaign and no channel: nothing can be set against them."] : [],
        .. Campaigns.Any(one => !one.IsCostKnown) ? (string[])[$"Their cost is not said, so profit and return are not known: {Names(Campaigns.Where(one => !one.IsCostKnown).Select(one => one.Label))}."] : [],
        .. Campaigns.Any(one => one.IsCostKnown && one.Cost == 0) ? (string[])[$"Without a cost, so without a return: {Names(Campaigns.Where(one => one.IsCostKnown && one.Cost == 0).Select(one => one.Label))}."] : [],
        .. Overlaps.Count > 0 ? (string[])[$"Ran through one channel on the same days, so that orders after a contact may be of either: {Names(Overlaps.Select(pair => $"{pair.First.Label} and {pair.Second.Label}"))}."] : [],
    ];

    private Period? Days => Campaigns.Select(one => one.Period).OfType<Period>().ToArray() is { Length: > 0 } known ? new(known.Min(one => one.Start), known.Max(one => one.End)) : null;

    private CostKind[] Kinds => [.. Enum.GetValues<CostKind>().Where(kind => Campaigns.Any(one => one.Costs.ContainsKey(kind)))];

    private IEnumerable<IGrouping<string, Campaign>> Groups =>
        Campaigns.GroupBy(one => one.Group, StringComparer.Ordinal).OrderByDescending(group => group.Sum(one => one.Cost));

    private object?[] Row(string name, IReadOnlyList<Campaign> campaigns)
    {
        double sum = campaigns.Sum(one => one.Cost);
        return [name, campaigns.Count, .. Kinds.Select(kind => (object?)Sum(campaigns, kind)), sum, Total > 0 ? sum / Total : null];
    }

    private static double Sum(IEnumerable<Campaign> campaigns, CostKind kind) => campaigns.Sum(one => one.Costs.GetValueOrDefault(kind));

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Take(Most)) + (names.Skip(Most).Any() ? " …" : "");
}
