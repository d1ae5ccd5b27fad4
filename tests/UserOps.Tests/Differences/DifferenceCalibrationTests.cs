using MathNet.Numerics.Distributions;
using UserOps.Data;
using UserOps.Differences;
using UserOps.Testing;

namespace UserOps.Tests.Differences;

/// <summary>
/// Seeded simulations of two weeks that share none, half or all of their users: the interval of the difference must hold the truth about as often as it says. Of 2,000 runs at 95 % between 1,867 and
/// 1,931 hold it (binomial, 99.9 %); the means of heavy tails are given 0.5 points below that.
/// </summary>
public class DifferenceCalibrationTests
{
    private const int Runs = 2000, Users = 1000;

    /// <summary>A user's spending: log-normal with σ = 1.2 in most, so that the largest hundredth brings a tenth; a user of both weeks keeps most of the level.</summary>
    private static double Spend(Random random, double level) => Math.Exp(0.9 * level + 0.8 * Normal.Sample(random, 0, 1));

    private static double Visit(Random random, double level) => Normal.CDF(0, 1, level) * 0.6 + random.NextDouble() * 0.4 > 0.8 ? 1 : 0;

    private static int CountHeld(int shared, Func<Random, double, double> value, bool isShare)
    {
        var random = new Random(20240106 + shared);
        Dataset first = Export(0), second = Export(Users - shared);
        int held = 0;
        for (int run = 0; run < Runs; run++)
        {
            double[] levels = [.. Enumerable.Range(0, 2 * Users - shared).Select(_ => Normal.Sample(random, 0, 1))];
            var (old, oldMean) = Week(first, 0, levels, random, value, isShare);
            var (current, mean) = Week(second, Users - shared, levels, random, value, isShare);
            held += Difference.Of(oldMean, old, mean, current).Interval().Contains(0) ? 1 : 0;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{shared} of {Users} users shared: {held} of {Runs}");
        return held;
    }

    private static (Influence, double) Week(Dataset export, int from, double[] levels, Random random, Func<Random, double, double> value, bool isShare)
    {
        var sums = new UserSums(export);
        double total = 0;
        for (int user = 0; user < Users; user++)
        {
            double found = value(random, levels[from + user]);
            sums.Add(user, found, 1);
            total += found;
        }
        return ((isShare ? sums.Share() : sums.Ratio())!.Influence!, total / Users);
    }

    private static Dataset Export(int from) => Dataset.From(users: [.. Enumerable.Range(from, Users).Select(user => new UserRow($"user-{user}", Journeys.Noon(0)))]);

    [SlowFact]
    public void The_difference_of_shares_holds_the_truth_as_often_as_it_says_whether_users_are_shared_or_not() =>
        Assert.All((int[])[0, Users / 2, Users], shared => Assert.InRange(CountHeld(shared, Visit, isShare: true), 1867, 1931));

    [SlowFact]
    public void The_difference_of_means_of_heavy_tailed_spending_does_so_too() =>
        Assert.All((int[])[0, Users / 2, Users], shared => Assert.InRange(CountHeld(shared, Spend, isShare: false), 1857, 1931));

    [SlowFact]
    public void Two_intervals_that_overlap_are_no_test_where_users_are_shared()
    {
        // With all users in both weeks, the interval that takes the weeks as independent is far too wide: it misses the truth much more rarely than it says.
        var random = new Random(5);
        Dataset export = Export(0);
        int missed = 0;
        for (int run = 0; run < Runs; run++)
        {
            double[] levels = [.. Enumerable.Range(0, Users).Select(_ => Normal.Sample(random, 0, 1))];
            var (old, oldMean) = Week(export, 0, levels, random, Visit, isShare: true);
            var (current, mean) = Week(export, 0, levels, random, Visit, isShare: true);
            missed += Difference.OfErrors(oldMean, Math.Sqrt(old.Variance), mean, Math.Sqrt(current.Variance)).Interval().Contains(0) ? 0 : 1;
        }
        Assert.InRange(missed, 0, 0.035 * Runs);
    }
}
