using UserOps.Time;

namespace UserOps.Campaigns;

/// <summary>What money was spent on.</summary>
public enum CostKind
{
    /// <summary>Advertising space.</summary>
    Media,
    /// <summary>Coupons, discounts, rewards.</summary>
    Incentive,
    /// <summary>Gifts.</summary>
    Gift,
    /// <summary>People's time.</summary>
    Staff,
    /// <summary>Messages, software, services.</summary>
    Tools,
    /// <summary>What the export does not divide by kind.</summary>
    Other,
}

/// <summary>A campaign, or a channel in a span of time.</summary>
/// <param name="Id">Its id; null where the export has none.</param>
/// <param name="Name">Its name; null where the export has none.</param>
/// <param name="Channel">Its channel; null where the export names none.</param>
/// <param name="Purpose">What it is for; null where the export does not say.</param>
/// <param name="Period">The days on which it ran; null where the export does not say.</param>
/// <param name="Costs">What it cost, by kind; kinds without a cost are left out.</param>
public sealed record Campaign(string? Id, string? Name, string? Channel, string? Purpose, Period? Period, IReadOnlyDictionary<CostKind, double> Costs)
{
    /// <summary>The creative that it shows; null where the export names none.</summary>
    public string? Creative { get; init; }

    /// <summary>Whether the export says what it cost, be it 0.</summary>
    public bool IsCostKnown { get; init; } = true;

    /// <summary>All that it cost, as far as is known.</summary>
    public double Cost => Costs.Values.Sum();

    /// <summary>What a reader calls it: its id, else its name, else its channel.</summary>
    public string Label => Id ?? Name ?? Channel ?? Nameless;

    /// <summary>Its name with its channel, which the months of one campaign share.</summary>
    internal string Group => Name is not null && Channel is not null ? $"{Name} ({Channel})" : Label;

    /// <summary>Whether nothing says what the money was for.</summary>
    public bool IsNameless => Label == Nameless;

    /// <summary>The part of the campaign's days that lie in a period, 0 to 1; 1 where its days are not known.</summary>
    public double ShareIn(Period period) => Period is { } own ? (double)own.Intersect(period).Days / own.Days : 1;

    internal const string Nameless = "(no campaign)";
}
