using UserOps.Data;
using UserOps.Time;

namespace UserOps.LifetimeValue.Channels;

/// <summary>What is asked about the value of channels against their cost.</summary>
public sealed record ChannelValueDefinition
{
    /// <summary>The days in which users are new, and whose campaigns are their cost; all days of the data when absent. Orders count up to the end of the data.</summary>
    public Period? Period { get; init; }

    /// <summary>The age in days (of 24 hours) up to which value counts, 1 or more.</summary>
    public int HorizonDays { get; init; } = 90;

    /// <summary>The part of net revenue that is left after the cost of goods, above 0 and up to 1; when absent, that of the orders' column <c>cost</c>, else 1.</summary>
    public double? Margin { get; init; }

    /// <summary>The property that names the channel. When absent: the users' channel, else the acquisition channel or channel of their first event.</summary>
    public Breakdown? Channel { get; init; }

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;
}
