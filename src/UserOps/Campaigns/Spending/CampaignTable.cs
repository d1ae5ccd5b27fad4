using UserOps.Data;
using UserOps.Time;

namespace UserOps.Campaigns;

/// <summary>The table of campaigns, read: one campaign for each id, or for each row without one.</summary>
internal sealed class CampaignTable
{
    private static readonly Dictionary<string, CostKind> KindWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["media"] = CostKind.Media,
        ["ads"] = CostKind.Media,
        ["advertising"] = CostKind.Media,
        ["媒体"] = CostKind.Media,
        ["广告"] = CostKind.Media,
        ["incentive"] = CostKind.Incentive,
        ["coupon"] = CostKind.Incentive,
        ["discount"] = CostKind.Incentive,
        ["激励"] = CostKind.Incentive,
        ["优惠"] = CostKind.Incentive,
        ["gift"] = CostKind.Gift,
        ["礼品"] = CostKind.Gift,
        ["staff"] = CostKind.Staff,
        ["人工"] = CostKind.Staff,
        ["tools"] = CostKind.Tools,
        ["工具"] = CostKind.Tools,
    };

    private readonly TypedTable _table;
    private readonly Calendar _calendar;

    private CampaignTable(TypedTable table, Calendar calendar)
    {
        (_table, _calendar) = (table, calendar);
        bool hasTotal = table.TryGet<NumberColumn>("cost", out var total);
        (CostKind Kind, double[] Values)[] kinds = [.. table.Columns.OfType<NumberColumn>().Where(column => column.Name != "cost").Select(column => (KindOf(column.Name), column.Values)).Where(pair => pair.Item1 is not null).Select(pair => (pair.Item1!.Value, pair.Values))];
        HasCosts = hasTotal || kinds.Length > 0;
        All = [.. Enumerable.Range(0, table.RowCount).Select(row => Read(row, kinds, hasTotal ? total!.Values[row] : double.NaN)).GroupBy(one => one.Id is null ? (object)new object() : one.Id).Select(Join)];
        foreach (var campaign in All)
            RefuseNegative(campaign);
    }

    /// <summary>Whether the table says what anything cost.</summary>
    public bool HasCosts { get; }

    /// <summary>The campaigns in the order of the table.</summary>
    public IReadOnlyList<Campaign> All { get; }

    /// <exception cref="MissingDataException">The export has no such table.</exception>
    public static CampaignTable Of(Dataset data) => new(data.Table(TableKind.Campaigns), data.Calendar);

    /// <summary>The campaign of an id, or of a name.</summary>
    /// <exception cref="MissingDataException">There is none.</exception>
    public Campaign Find(string campaign) => All.FirstOrDefault(one => one.Id == campaign) ?? All.FirstOrDefault(one => one.Name == campaign) ?? throw new MissingDataException(
        $"No campaign is named '{campaign}'. The campaigns are: {string.Join(", ", All.Select(one => one.Label).Distinct(StringComparer.Ordinal).Take(20))}.");

    private Campaign Read(int row, (CostKind Kind, double[] Values)[] kinds, double total)
    {
        var costs = new Dictionary<CostKind, double>();
        foreach ((var kind, double[] values) in kinds)
            Add(costs, kind, values[row]);
        // A total beside its parts says it twice; what the parts leave open is of no known kind.
        double rest = total - costs.Values.Sum();
        if (double.IsFinite(rest) && Math.Abs(rest) > 1e-6 * Math.Max(1, Math.Abs(total)))
            Add(costs, Word("cost_kind", row) is { } word && KindWords.TryGetValue(word.Trim(), out var named) ? named : CostKind.Other, rest);
        return new(Word("campaign_id", row), Word("name", row), Word("channel", row), Word("purpose", row), DaysOf(row), costs)
        {
            Creative = Word("creative", row),
            IsCostKnown = double.IsFinite(total) || kinds.Any(kind => double.IsFinite(kind.Values[row])),
        };
    }

    private static Campaign Join(IGrouping<object, Campaign> rows)
    {
        Campaign[] all = [.. rows];
        if (all.Length == 1)
            return all[0];
        var costs = new Dictionary<CostKind, double>();
        foreach (var pair in all.SelectMany(one => one.Costs))
            Add(costs, pair.Key, pair.Value);
        Period[] days = [.. all.Select(one => one.Period).OfType<Period>()];
        return all[0] with { Costs = costs, IsCostKnown = all.Any(one => one.IsCostKnown), Period = days.Length == 0 ? null : new(days.Min(one => one.Start), days.Max(one => one.End)) };
    }

    // A row may take back part of another, but a campaign that cost less than nothing is a mistake of the export.
    private static void RefuseNegative(Campaign campaign)
    {
        if (campaign.Costs.Values.Any(cost => cost < 0))
            throw new UserOpsException(FormattableString.Invariant($"Campaign '{campaign.Label}' costs {campaign.Costs.Values.Min()} in the table of campaigns; costs are zero or more. Mend its rows, or take the row out."));
    }

    private static void Add(Dictionary<CostKind, double> costs, CostKind kind, double amount)
    {
        if (double.IsFinite(amount) && amount != 0)
            costs[kind] = costs.GetValueOrDefault(kind) + amount;
    }

    private static CostKind? KindOf(string column)
    {
        bool isCost = column.StartsWith("cost_", StringComparison.Ordinal) || column.EndsWith("_cost", StringComparison.Ordinal);
        string word = column.Replace("cost_", "", StringComparison.Ordinal).Replace("_cost", "", StringComparison.Ordinal);
        return !isCost ? null : KindWords.TryGetValue(word, out var kind) ? kind : CostKind.Other;
    }

    private Period? DaysOf(int row)
    {
        if (DayOf("starts_at", row) is not { } first)
            return null;
        return new(DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(Math.Max(first, DayOf("ends_at", row) ?? first) + 1));
    }

    private int? DayOf(string column, int row) => _table.TryGet<TimeColumn>(column, out var times) && !times.IsMissing(row) ? _calendar.DayOf(times.Ticks[row]) : null;

    private string? Word(string column, int row) => _table.TryGet<TextColumn>(column, out var words) ? words[row] : null;
}
