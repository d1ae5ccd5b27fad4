using UserOps.Data;
using UserOps.Differences;

namespace UserOps.LifetimeValue.Cohorts;

/// <summary>What comparisons of the value of a user between runs need: each user's part in the mean of each day, added up, as in the curve's own error.</summary>
internal static class CohortValueEvidence
{
    public static UserEvidence? At(int age, Dataset data, UserLife[] lives, ValueCurve curve)
    {
        if (curve.At(age) is null)
            return null;
        double[] means = MeansUpTo(age, curve);
        var sums = new UserSums(data);
        List<DayValue> values = [];
        foreach (var life in lives)
        {
            UserLives.Values(data, life, values);
            int watched = Math.Min(age, life.Watched);
            sums.Add(life.User, values.Where(value => value.Age < watched).Sum(value => value.Net / curve.ByDay[value.Age + 1].Users) - means[watched], 1);
        }
        return sums.Total() with { IsTotal = false, Dimensions = [] };
    }

    /// <summary>The sum over the days before each age of the day's mean ÷ its users: what a user watched up to that age is expected to add.</summary>
    private static double[] MeansUpTo(int age, ValueCurve curve)
    {
        double[] means = new double[age + 1];
        for (int day = 0; day < age; day++)
            means[day + 1] = means[day] + (curve.ByDay[day + 1].Value - curve.ByDay[day].Value) / curve.ByDay[day + 1].Users;
        return means;
    }
}
