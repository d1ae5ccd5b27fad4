using MathNet.Numerics.Distributions;

namespace UserOps.LifetimeValue.Cohorts;

/// <summary>Estimates a value curve from lives and what they brought, in two passes: means by day of life, then each user's influence on their sum.</summary>
internal sealed class ValueSums
{
    private readonly List<(int Watched, DayValue[] Values)> _lives = [];

    public void Add(int watched, IReadOnlyCollection<DayValue> values) => _lives.Add((watched, [.. values]));

    public ValueCurve ToCurve(double level)
    {
        int days = _lives.Count == 0 ? 0 : _lives.Max(life => life.Watched);
        int[] users = UsersByDay(days);
        double[] means = MeansByDay(users);
        double[] squares = SquaredInfluences(users, means);
        var points = new ValuePoint[days + 1];
        double value = 0;
        for (int age = 0; age <= days; age++)
        {
            value += age == 0 ? 0 : means[age - 1];
            points[age] = Point(age, age == 0 ? _lives.Count : users[age - 1], value, squares[age], level);
        }
        return new(_lives.Count, points);
    }

    /// <summary>How many users were watched through each day of life.</summary>
    private int[] UsersByDay(int days)
    {
        int[] users = new int[days];
        foreach ((int watched, _) in _lives)
            if (watched > 0)
                users[watched - 1]++;
        for (int day = days - 2; day >= 0; day--)
            users[day] += users[day + 1];
        return users;
    }

    private double[] MeansByDay(int[] users)
    {
        double[] means = new double[users.Length];
        foreach ((_, DayValue[] values) in _lives)
            foreach ((int age, double net) in values)
                means[age] += net / users[age];
        return means;
    }

    /// <summary>For each age the sum over users of the square of what they move the curve by.</summary>
    private double[] SquaredInfluences(int[] users, double[] means)
    {
        double[] squares = new double[users.Length + 1];
        foreach ((int watched, DayValue[] values) in _lives)
        {
            double influence = 0;
            int next = 0;
            for (int day = 0; day < users.Length; day++)
            {
                if (day < watched)
                    influence -= means[day] / users[day];
                for (; next < values.Length && values[next].Age == day; next++)
                    influence += values[next].Net / users[day];
                squares[day + 1] += influence * influence;
            }
        }
        return squares;
    }

    private static ValuePoint Point(int age, int users, double value, double squares, double level)
    {
        if (users < 2)
            return new(age, users, value, null, null);
        double error = Math.Sqrt(squares * users / (users - 1)), half = StudentT.InvCDF(0, 1, users - 1, 0.5 + level / 2) * error;
        return new(age, users, value, error, users < ValueCurve.LeastForInterval ? null : new(value - half, value + half, level));
    }
}
