using System.Globalization;
using UserOps.Statistics;

namespace UserOps.Budget;

/// <summary>Refuses what is no budget.</summary>
internal static class BudgetChecks
{
    /// <exception cref="UserOpsException">There is no channel, a name repeats, a spend or a bound is none, or draws differ in number.</exception>
    public static SpendBounds[] Bounds(IReadOnlyList<BudgetChannel> channels, BudgetDefinition definition)
    {
        if (channels.Count == 0)
            throw new UserOpsException("There is no channel to spend on; at least one is needed.");
        if (channels.Select(channel => channel.Name).Distinct(StringComparer.Ordinal).Count() < channels.Count)
            throw new UserOpsException("Two channels have the same name; names tell them apart.");
        if (channels.FirstOrDefault(channel => !(channel.Current >= 0 && channel.Current < double.MaxValue)) is { } odd)
            throw new UserOpsException($"'{odd.Name}' has a spend of {Write(odd.Current)}; zero or more is needed.");
        if (channels.FirstOrDefault(channel => channel.Curve is null) is { } bare)
            throw new UserOpsException($"'{bare.Name}' has no curve; what its money brings is needed.");
        ConfidenceLevel.Check(definition.Level);
        if (channels.Any(channel => channel.Draws.Count != channels[0].Draws.Count))
            throw new UserOpsException("Channels have different numbers of draws; draws of all channels belong together.");
        if (definition.Bounds.Keys.FirstOrDefault(name => channels.All(channel => channel.Name != name)) is { } unknown)
            throw new UserOpsException($"No channel is named '{unknown}'. The channels are: {string.Join(", ", channels.Select(channel => channel.Name))}.");
        if (!(definition.Step > 0))
            throw new UserOpsException($"A step of {Write(definition.Step)} was asked for; more than 0 is needed.");
        return [.. channels.Select(channel => Of(channel, definition))];
    }

    /// <exception cref="UserOpsException">The budget is none, or lies below the sum of the lower bounds.</exception>
    public static void Budget(double budget, SpendBounds[] bounds)
    {
        double least = bounds.Sum(one => one.Lower);
        if (!(budget >= 0 && budget < double.MaxValue))
            throw new UserOpsException($"A budget of {Write(budget)} was given; zero or more is needed.");
        // Shares of sums are rounded: a budget of exactly the lower bounds is one.
        if (budget < least * (1 - 1e-12))
            throw new UserOpsException($"A budget of {Write(budget)} lies below the lower bounds of the channels, {Write(least)} together. Lower the bounds, or raise the budget.");
    }

    private static SpendBounds Of(BudgetChannel channel, BudgetDefinition definition)
    {
        var bounds = definition.Bounds.GetValueOrDefault(channel.Name) ?? new(definition.LeastOfCurrent * channel.Current, definition.MostOfCurrent * channel.Current);
        return bounds.Lower >= 0 && bounds.Upper >= bounds.Lower && bounds.Upper < double.MaxValue ? bounds : throw new UserOpsException(
            $"'{channel.Name}' has bounds from {Write(bounds.Lower)} to {Write(bounds.Upper)}; two spends of zero or more, the lower one first, are needed.");
    }

    private static string Write(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
