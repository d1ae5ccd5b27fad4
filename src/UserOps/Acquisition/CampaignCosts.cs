using UserOps.Data;
using UserOps.Time;

namespace UserOps.Acquisition;

/// <summary>What campaigns cost in a period, by channel. A campaign that reaches beyond the period counts by its days within.</summary>
internal sealed class CampaignCosts
{
    private static readonly string[] AcquisitionWords = ["acquisition", "acquire", "获客", "拉新"];

    private readonly Dictionary<string, double> _byChannel = new(StringComparer.OrdinalIgnoreCase);

    private CampaignCosts(string? missing) => Missing = missing;

    /// <summary>Why there are no costs; null when there are.</summary>
    public string? Missing { get; }

    /// <summary>The channels with a cost.</summary>
    public IReadOnlyDictionary<string, double> ByChannel => _byChannel;

    public static CampaignCosts Of(Dataset data, Period period)
    {
        if (!data.Has(TableKind.Campaigns))
            return new("the export has no table of campaigns with costs");
        var table = data.Table(TableKind.Campaigns);
        if (!table.TryGet<TextColumn>("channel", out var channels))
            return new("the table of campaigns has no column 'channel'");
        double[][] costs = CostColumns(table);
        if (costs.Length == 0)
            return new("the table of campaigns has no column 'cost'");
        var found = new CampaignCosts(null);
        for (int row = 0; row < table.RowCount; row++)
            if (channels[row] is { } channel && BringsUsers(table, row))
                found.Add(channel, costs.Sum(column => double.IsNaN(column[row]) ? 0 : column[row]) * ShareInside(table, row, period, data.Calendar));
        return found;
    }

    private static double[][] CostColumns(TypedTable table)
    {
        if (table.TryGet<NumberColumn>("cost", out var total))
            return [total.Values];
        return [.. table.Columns.OfType<NumberColumn>().Where(column => IsCostKind(column.Name)).Select(column => column.Values)];
    }

    private static bool IsCostKind(string name) => name.StartsWith("cost_", StringComparison.Ordinal) || name.EndsWith("_cost", StringComparison.Ordinal);

    /// <summary>Without a stated purpose every campaign may bring users; channels that bring nobody are left out later.</summary>
    private static bool BringsUsers(TypedTable table, int row) =>
        !table.TryGet<TextColumn>("purpose", out var purposes) || purposes[row] is not { } purpose || AcquisitionWords.Contains(purpose, StringComparer.OrdinalIgnoreCase);

    private static double ShareInside(TypedTable table, int row, Period period, Calendar calendar)
    {
        if (DayOf(table, "starts_at", row, calendar) is not { } first)
            return 1;
        int last = Math.Max(first, DayOf(table, "ends_at", row, calendar) ?? first);
        var days = new Period(DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(last + 1));
        return (double)days.Intersect(period).Days / days.Days;
    }

    private static int? DayOf(TypedTable table, string column, int row, Calendar calendar) =>
        table.TryGet<TimeColumn>(column, out var times) && !times.IsMissing(row) ? calendar.DayOf(times.Ticks[row]) : null;

    private void Add(string channel, double cost) => _byChannel[channel] = _byChannel.GetValueOrDefault(channel) + cost;
}
