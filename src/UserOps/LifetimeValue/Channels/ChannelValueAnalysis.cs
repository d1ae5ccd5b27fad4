using UserOps.Acquisition;
using UserOps.Data;
using UserOps.LifetimeValue.Cohorts;

namespace UserOps.LifetimeValue.Channels;

/// <summary>Whether channels are worth what they cost.</summary>
public static class ChannelValueAnalysis
{
    /// <summary>Margin per new user up to a horizon against the cost of winning one (LTV:CAC), and the month in which the cost is paid back, by channel.</summary>
    /// <exception cref="UserOpsException">The export has no orders, a property is unknown, or the definition contradicts itself.</exception>
    /// <exception cref="InsufficientDataException">No user is new in the period, or none was watched up to the horizon.</exception>
    public static ChannelValueResult ChannelValues(this Dataset data, ChannelValueDefinition? definition = null)
    {
        definition ??= new();
        if (definition.HorizonDays < 1)
            throw new UserOpsException($"{nameof(ChannelValueDefinition.HorizonDays)} is {definition.HorizonDays}; 1 day or more is needed, such as 90.");
        var margin = OrderMargin.Of(data, definition.Margin);
        var values = data.CohortValues(new() { Period = definition.Period, AgeDays = definition.HorizonDays, Channel = definition.Channel, Level = definition.Level });
        var costs = data.Acquisition(new() { Period = definition.Period, Channel = definition.Channel, Level = definition.Level });
        return new()
        {
            Definition = definition,
            Period = values.Period,
            Calendar = data.Calendar,
            Margin = margin.Rate,
            MarginWords = margin.Describe(),
            Channels =
            [
                .. from channel in values.Channels
                   let cost = costs.Channels.First(other => other.Name == channel.Name).CostPerUser
                   select Value(channel.Name, channel.Curve, cost, margin.Rate, definition),
            ],
            Total = Value("All channels", values.Curve, costs.Total.CostPerUser, margin.Rate, definition),
            MissingCosts = costs.MissingCosts,
            HasMargin = margin.IsKnown,
        };
    }

    private static ChannelValue Value(string name, ValueCurve curve, double? cost, double margin, ChannelValueDefinition definition)
    {
        var point = curve.At(definition.HorizonDays);
        return new(
            name, curve.Users, cost, point?.Users ?? 0, point?.Value * margin,
            point?.Interval is { } range ? range with { Lower = Math.Min(range.Lower * margin, range.Upper * margin), Upper = Math.Max(range.Lower * margin, range.Upper * margin) } : null,
            cost > 0 ? Payback.Of(curve, margin, cost.Value, definition.Level) : null);
    }
}
