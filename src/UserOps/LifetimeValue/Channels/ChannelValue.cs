using UserOps.Display;
using UserOps.LifetimeValue.Cohorts;

namespace UserOps.LifetimeValue.Channels;

/// <summary>When the margin of a channel's users has paid for winning them.</summary>
/// <param name="Days">The first age in days at which it has; null where it had not by <paramref name="WatchedDays"/>.</param>
/// <param name="Interval">The ages that the data do not rule out; infinite above where it may take longer than was watched.</param>
/// <param name="WatchedDays">The greatest age at which enough users were watched.</param>
/// <remarks>The interval holds each age at which the interval of the value holds the cost (test inversion).</remarks>
public sealed record Payback(int? Days, Interval Interval, int WatchedDays)
{
    /// <summary>The month of life, of 30 days and counted from 1, in which it is paid back; null where it was not.</summary>
    public int? Month => Days is { } days ? MonthOf(days) : null;

    /// <summary>Month and range in words.</summary>
    public override string ToString()
    {
        string lower = double.IsFinite(Interval.Lower) ? FormattableString.Invariant($"{MonthOf(Interval.Lower)}") : $"later than {MonthOf(WatchedDays)}";
        string upper = double.IsFinite(Interval.Upper) ? FormattableString.Invariant($"{MonthOf(Interval.Upper)}") : "open";
        return Days is null ? $"not by day {WatchedDays} (earliest month: {lower})" : lower == upper ? $"month {Month}" : $"month {Month} ({lower} to {upper})";
    }

    private static int MonthOf(double days) => Math.Max(1, (int)Math.Ceiling(days / 30));

    /// <summary>Reads the payback off a curve.</summary>
    internal static Payback? Of(ValueCurve curve, double margin, double cost, double level)
    {
        ValuePoint[] known = [.. curve.ByDay.Where(point => point.Interval is not null)];
        if (known.Length == 0)
            return null;
        double earliest = First(known, point => point.Interval!.Value.Upper * margin >= cost), latest = First(known, point => point.Interval!.Value.Lower * margin >= cost);
        double paid = First(known, point => point.Value * margin >= cost);
        return new(double.IsFinite(paid) ? (int)paid : null, new(earliest, latest, level), known[^1].AgeDays);
    }

    private static double First(ValuePoint[] points, Predicate<ValuePoint> holds) => Array.Find(points, holds)?.AgeDays ?? double.PositiveInfinity;
}

/// <summary>What the users of a channel bring and what it cost to win them.</summary>
/// <param name="Name">The channel; <c>(none)</c> for users without one.</param>
/// <param name="Users">How many users were new.</param>
/// <param name="CostPerUser">Cost per new user (CAC); null where the export does not say, 0 where nothing was paid.</param>
/// <param name="Watched">Users watched up to the horizon.</param>
/// <param name="Value">Margin per user up to the horizon (LTV); null where nobody was watched so long.</param>
/// <param name="ValueInterval">Its interval; null with fewer than 30 users watched so long.</param>
/// <param name="Payback">When the cost is paid back; null without a cost.</param>
public sealed record ChannelValue(
    string Name, int Users, double? CostPerUser, int Watched, double? Value, Interval? ValueInterval, Payback? Payback)
{
    /// <summary>LTV ÷ CAC; null without a cost.</summary>
    public double? ValueToCost => CostPerUser > 0 ? Value / CostPerUser : null;

    /// <summary>Its interval: that of the value, the cost being what was really paid.</summary>
    public Interval? ValueToCostInterval => CostPerUser > 0 && ValueInterval is { } range ? new(range.Lower / CostPerUser.Value, range.Upper / CostPerUser.Value, range.Level) : null;
}
