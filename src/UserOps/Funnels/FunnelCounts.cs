using MathNet.Numerics.Statistics;
using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Funnels;

/// <summary>Users by step and median times of a set of journeys.</summary>
internal sealed class FunnelCounts
{
    private readonly double[] _medians;

    private FunnelCounts(long[] users, double[] medians) => (Users, _medians) = (users, medians);

    /// <summary>How many users reached each step.</summary>
    public long[] Users { get; }

    /// <summary>Counts users who all entered.</summary>
    public static FunnelCounts Of(FunnelJourneys journeys, int[] members)
    {
        long[] users = new long[journeys.StepCount];
        foreach (int user in members)
            users[journeys.DepthOf(user) - 1]++;
        for (int step = users.Length - 2; step >= 0; step--)
            users[step] += users[step + 1];
        return new(users, [.. users.Select((count, step) => step == 0 ? double.NaN : MedianTicks(journeys, members, step + 1, count))]);
    }

    public IReadOnlyList<FunnelStepResult> ToSteps(FunnelDefinition definition) => [.. Users.Select((_, step) => ToStep(definition, step))];

    private static double MedianTicks(FunnelJourneys journeys, int[] members, int step, long count)
    {
        double[] ticks = new double[count];
        int filled = 0;
        foreach (int user in members)
            if (journeys.DepthOf(user) >= step)
                ticks[filled++] = journeys.TicksOf(user, step) - journeys.TicksOf(user, step - 1);
        return ArrayStatistics.MedianInplace(ticks);
    }

    /// <summary>The first step is where everyone starts: it has no rate from a step before, and its share of 1 is no estimate.</summary>
    private FunnelStepResult ToStep(FunnelDefinition definition, int step) => step == 0
        ? new(NameOf(definition, step), Users[0]) { FromFirst = Rate(Users[0], Users[0]) }
        : new(NameOf(definition, step), Users[step])
        {
            FromPrevious = Rate(Users[step], Users[step - 1]),
            FromPreviousInterval = Bounds(Users[step], Users[step - 1], definition.Level),
            FromFirst = Rate(Users[step], Users[0]),
            FromFirstInterval = Bounds(Users[step], Users[0], definition.Level),
            MedianTime = double.IsNaN(_medians[step]) ? null : TimeSpan.FromTicks((long)_medians[step]),
        };

    private static string NameOf(FunnelDefinition definition, int step) => definition.Order == FunnelOrder.AnyOrder
        ? $"{step + 1} of {definition.Steps.Count} steps"
        : definition.Steps[step].Name;

    private static double? Rate(long users, long of) => of == 0 ? null : (double)users / of;

    private static Interval? Bounds(long users, long of, double level) => of == 0 ? null : Wilson.Interval(users, of, level);
}
