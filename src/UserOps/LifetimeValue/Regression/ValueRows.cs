using UserOps.Data;
using UserOps.Features;
using UserOps.Time;

namespace UserOps.LifetimeValue.Regression;

/// <summary>Users as they were known at cut-offs, and the net revenue that came from each in the horizon after it.</summary>
/// <param name="Features">What was known.</param>
/// <param name="Values">What came; empty where it is not known yet.</param>
internal sealed record ValueRows(FeatureTable Features, double[] Values)
{
    /// <summary>The days from which earlier users are learnt: one horizon apart, each horizon over before the cut-off, and half a horizon of history before each.</summary>
    /// <exception cref="InsufficientDataException">There is none.</exception>
    public static DateOnly[] TrainingCutOffs(HoldOutDays days, int most)
    {
        var first = days.Known.Start.AddDays(Math.Max(1, days.Horizon / 2));
        DateOnly[] cutOffs = [.. Enumerable.Range(1, most).Select(i => days.CutOff.AddDays(-i * days.Horizon)).Where(day => day >= first)];
        return cutOffs.Length > 0 ? cutOffs : throw new InsufficientDataException(
            $"{days.Known.Days} days before the cut-off", $"{days.Horizon + Math.Max(1, days.Horizon / 2)} (a horizon to learn from, and half of one to know users by) are",
            "Choose a shorter horizon or a later cut-off.");
    }

    /// <summary>Rows of several cut-offs under each other, all with the same features.</summary>
    public static ValueRows Of(Dataset data, IReadOnlyList<DateOnly> cutOffs, int horizon, bool buyersOnly, FeatureDefinition like)
    {
        ValueRows[] parts = [.. cutOffs.Select(cutOff => At(data, cutOff, horizon, buyersOnly, like))];
        return new(FeatureStack.Of([.. parts.Select(part => part.Features)]), [.. parts.SelectMany(part => part.Values)]);
    }

    /// <summary>Rows of one cut-off.</summary>
    public static ValueRows At(Dataset data, DateOnly cutOff, int horizon, bool buyersOnly, FeatureDefinition like)
    {
        var features = Known(data, cutOff, buyersOnly, like);
        (long from, long to) = data.Ticks(new Period(cutOff, cutOff.AddDays(horizon)));
        var after = data.Orders.Between(from, to);
        return new(features, [.. features.Ids.Select(id => Net(after[data.Users.Find(id)]))]);
    }

    /// <summary>What is known of users at a cut-off.</summary>
    public static FeatureTable Known(Dataset data, DateOnly cutOff, bool buyersOnly, FeatureDefinition like)
    {
        var features = data.Features(like with { CutOff = cutOff });
        if (!buyersOnly)
            return features;
        double[] orders = features.Numbers("orders");
        return features.Rows([.. Enumerable.Range(0, features.Count).Where(row => orders[row] > 0)]);
    }

    /// <summary>The features that are known at the earliest cut-off, for all of them.</summary>
    public static FeatureDefinition Common(Dataset data, IEnumerable<DateOnly> cutOffs) => data.Features(new() { CutOff = cutOffs.Min() }).Definition!;

    private static double Net(ReadOnlySpan<Order> orders)
    {
        double net = 0;
        foreach (var order in orders)
            net += order.Net;
        return net;
    }
}
