using UserOps.LifetimeValue.Cohorts;

namespace UserOps.LifetimeValue.Comparison;

/// <summary>The cohort curve as a prediction: a customer brings what older customers brought at the ages that lie ahead.</summary>
internal static class CohortPredictions
{
    private const int TailDays = 30;

    public static double[] Of(CustomerBook book)
    {
        var lives = UserLives.Of(book.Data, LifeStart.FirstOrder, book.Days.Known, book.CutOff);
        var sums = new ValueSums();
        List<DayValue> values = [];
        foreach (var life in lives)
        {
            UserLives.Values(book.Data, life, values);
            sums.Add(life.Watched, values);
        }
        double[] curve = Extended(sums.ToCurve(0.95), book.Days.Horizon);
        var ages = lives.ToDictionary(life => life.User, life => life.Watched);
        return [.. book.Users.Select(user => ages.TryGetValue(user, out int age) ? curve[Math.Min(age + book.Days.Horizon, curve.Length - 1)] - curve[Math.Min(age, curve.Length - 1)] : 0)];
    }

    /// <summary>The curve by day, beyond what enough customers were watched for continued as it ran in the last days before.</summary>
    private static double[] Extended(ValueCurve curve, int horizon)
    {
        double[] known = [.. curve.ByDay.Where(point => point.Users >= ValueCurve.LeastForInterval).Select(point => point.Value)];
        if (known.Length < 2)
            throw new InsufficientDataException($"{curve.Users} customers watched for {curve.LastAge} days at most", $"{ValueCurve.LeastForInterval} watched for a day or more", "Choose a later cut-off.");
        int tail = Math.Min(TailDays, known.Length - 1);
        double daily = (known[^1] - known[^(tail + 1)]) / tail;
        return [.. known, .. Enumerable.Range(1, curve.LastAge + horizon).Select(day => known[^1] + day * daily)];
    }
}
