using System.Globalization;

namespace UserOps.Attribution;

/// <summary>How the credit for a conversion is divided among the channels that were met before it.</summary>
public abstract record AttributionRule
{
    private AttributionRule() { }

    /// <summary>The rules that are set side by side unless others are asked for.</summary>
    public static IReadOnlyList<AttributionRule> Usual { get; } =
        [new FirstTouch(), new LastTouch(), new LastNonDirect(), new Linear(), new TimeDecay(), new PositionBased(), new Markov(), new Shapley()];

    /// <summary>The rule's name in a table.</summary>
    public string Name => this switch
    {
        FirstTouch => "First",
        LastTouch => "Last",
        LastNonDirect => "Last non-direct",
        Linear => "Linear",
        TimeDecay => "Time decay",
        PositionBased => "Position",
        Markov { Order: 1 } => "Markov",
        Markov markov => "Markov " + markov.Order.ToString(CultureInfo.InvariantCulture),
        Shapley { Worth: ShapleyWorth.ConversionRate } => "Shapley (rate)",
        _ => "Shapley",
    };

    /// <summary>The whole credit goes to the first touchpoint.</summary>
    public sealed record FirstTouch : AttributionRule;

    /// <summary>The whole credit goes to the last touchpoint.</summary>
    public sealed record LastTouch : AttributionRule;

    /// <summary>The whole credit goes to the last touchpoint that is no direct visit; to the last one where all are.</summary>
    /// <param name="Direct">The channels that count as direct; the usual names (direct, none, 直接访问 …) when empty.</param>
    public sealed record LastNonDirect(params IReadOnlyList<string> Direct) : AttributionRule;

    /// <summary>Every touchpoint gets the same credit.</summary>
    public sealed record Linear : AttributionRule;

    /// <summary>A touchpoint's credit halves with each half-life between it and the end of the journey.</summary>
    /// <param name="HalfLifeDays">Days after which credit has halved, above 0. In a table of paths, which has no times, a touchpoint counts as a day.</param>
    public sealed record TimeDecay(double HalfLifeDays = 7) : AttributionRule;

    /// <summary>Fixed parts for the first and the last touchpoint; those between share the rest.</summary>
    /// <param name="First">The part of the first, a fraction.</param>
    /// <param name="Last">The part of the last, a fraction; both together at most 1.</param>
    public sealed record PositionBased(double First = 0.4, double Last = 0.4) : AttributionRule;

    /// <summary>Credit in proportion to the conversions that would be lost if a channel led nowhere, in a Markov chain of the journeys.</summary>
    /// <param name="Order">How many touchpoints back the next one depends on, 1 to 5.</param>
    /// <remarks>
    /// E. Anderl, I. Becker, F. von Wangenheim and J. H. Schumann (2016), "Mapping the customer journey", International Journal of Research in Marketing 33.
    /// Solved as a system of linear equations. The assumption most often broken: whoever loses a channel leaves, instead of coming by another one.
    /// </remarks>
    public sealed record Markov(int Order = 1) : AttributionRule;

    /// <summary>The mean gain by a channel over all orders in which channels could have joined.</summary>
    /// <param name="Worth">What a set of channels is worth.</param>
    /// <remarks>L. S. Shapley (1953), "A value for n-person games"; K. Zhao et al. (2018), "Shapley value methods for attribution modeling in online advertising".
    /// Exact over all sets of channels, at most 20 channels.</remarks>
    public sealed record Shapley(ShapleyWorth Worth = ShapleyWorth.Conversions) : AttributionRule;

    /// <summary>Refuses numbers that make no rule.</summary>
    internal void Check()
    {
        switch (this)
        {
            case TimeDecay { HalfLifeDays: var days } when !(days > 0):
                throw Refuse($"A half-life of {days} days was asked for; more than 0 are needed, such as 7.");
            case PositionBased { First: var first, Last: var last } when !(first >= 0 && last >= 0 && first + last is > 0 and <= 1):
                throw Refuse($"Parts of {first} for the first and {last} for the last touchpoint were asked for; two fractions with a sum of at most 1 are needed, such as 0.4 and 0.4.");
            case Markov { Order: < 1 or > MarkovStates.MostOrder } markov:
                throw Refuse($"A Markov chain of order {markov.Order} was asked for; 1 to {MarkovStates.MostOrder} are possible.");
        }
    }

    private static UserOpsException Refuse(FormattableString message) => new(FormattableString.Invariant(message));
}

/// <summary>What a set of channels is worth by itself.</summary>
public enum ShapleyWorth
{
    /// <summary>The conversions of the journeys that met no other channel than those of the set.</summary>
    Conversions,
    /// <summary>The share of those journeys that converted: uses the journeys without a conversion, and is unsteady where few journeys met only rare channels.</summary>
    ConversionRate,
}
