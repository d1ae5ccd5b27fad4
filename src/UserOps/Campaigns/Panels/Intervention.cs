using UserOps.Data;
using UserOps.Time;

namespace UserOps.Campaigns;

/// <summary>What was done where, and when.</summary>
/// <param name="Name">The campaign.</param>
/// <param name="Treated">The units that got it; names that the panel lacks are passed over, so that one list can serve several languages.</param>
/// <param name="Period">The days on which it ran.</param>
public sealed record Intervention(string Name, IReadOnlyList<string> Treated, Period Period)
{
    /// <summary>Other campaigns that ran, began or ended in those days; their effect is not told apart where they did not reach all units alike.</summary>
    public IReadOnlyList<string> Overlapping { get; init; } = [];

    /// <summary>What it cost, 0 or more; null where that is not known.</summary>
    public double? Cost
    {
        get;
        init => field = value is null or >= 0 and < double.PositiveInfinity ? value
            : throw new UserOpsException(FormattableString.Invariant($"Campaign '{Name}' is said to cost {value}; a cost is a number of zero or more, or null where it is not known."));
    }

    /// <summary>A campaign of the export's table of campaigns.</summary>
    /// <param name="data">The export.</param>
    /// <param name="campaign">The campaign's id or name.</param>
    /// <param name="treated">The units that got it.</param>
    /// <exception cref="MissingDataException">There is no such table, campaign or start.</exception>
    public static Intervention Of(Dataset data, string campaign, params IReadOnlyList<string> treated)
    {
        var table = CampaignTable.Of(data);
        var found = table.Find(campaign);
        var period = found.Period ?? throw new MissingDataException($"Campaign '{campaign}' has no first day in the table of campaigns; an effect over time needs one.");
        string[] others =
        [
            .. table.All.Where(other => other.Label != found.Label && other.Period?.Intersect(period).Days > 0).Select(other => other.Name ?? other.Label).Distinct(StringComparer.Ordinal),
        ];
        return new(campaign, treated, period) { Overlapping = others, Cost = found.IsCostKnown ? found.Cost : null };
    }

    /// <summary>The same intervention moved back in time, as if it had begun then.</summary>
    internal Intervention MovedTo(DateOnly start) => this with { Period = new(start, start.AddDays(Period.Days)) };
}
