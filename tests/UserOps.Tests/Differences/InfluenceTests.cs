using CsCheck;
using UserOps.Data;
using UserOps.Differences;
using UserOps.Statistics;

namespace UserOps.Tests.Differences;

/// <summary>The numbers were computed by <c>comparing_runs.py</c> beside this file.</summary>
public class InfluenceTests
{
    private static readonly double[] X1 = [0, 12.5, 3, 0, 40, 8, 0, 21.25], Y1 = [1, 2, 1, 1, 3, 1, 1, 2];
    private static readonly double[] X2 = [35, 0, 6, 30.5, 4, 0, 90, 7.75], Y2 = [2, 1, 1, 3, 1, 1, 4, 1];

    private static Dataset Export(int from, int count) => Dataset.From(users: [.. Enumerable.Range(from, count).Select(user => new UserRow($"user-{user}", Journeys.Noon(0)))]);

    private static UserSums Sums(int firstUser, double[] x, double[] y)
    {
        var data = Export(firstUser, x.Length);
        var sums = new UserSums(data);
        for (int user = 0; user < x.Length; user++)
            sums.Add(data.Users.Find($"user-{firstUser + user}"), x[user], y[user]);
        return sums;
    }

    [Fact]
    public void The_error_of_a_difference_of_ratios_is_that_of_NumPy()
    {
        Influence old = Sums(0, X1, Y1).Ratio()!.Influence!, current = Sums(4, X2, Y2).Ratio()!.Influence!;
        Assert.Equal(4.558221726190476, old.Variance, 1e-12);
        Assert.Equal(12.989249271137025, current.Variance, 1e-12);
        var difference = Difference.Of(X1.Sum() / Y1.Sum(), old, X2.Sum() / Y2.Sum(), current);
        Assert.Equal(0.15829225341839642, difference.Correlation!.Value, 1e-6);
        Assert.Equal(3.88734602171785, difference.StandardError, 1e-6);
        Assert.Equal(X2.Sum() / Y2.Sum() - X1.Sum() / Y1.Sum(), difference.Change, 1e-12);
    }

    [Fact]
    public void The_error_of_a_share_counts_two_hits_and_two_misses_more()
    {
        double[] everyone = [1, 1, 1, 1, 1, 1, 1, 1];
        Assert.Equal(0.01851851851851852, Sums(0, [1, 0, 0, 1, 0, 0, 0, 0], everyone).Share()!.Influence!.Variance, 1e-15);
        Assert.Equal(0.020833333333333332, Sums(4, [0, 1, 1, 0, 1, 1, 0, 0], everyone).Share()!.Influence!.Variance, 1e-15);
    }

    [Fact]
    public void The_error_of_a_total_is_that_of_users_drawn_from_a_larger_population()
    {
        Influence old = Sums(0, X1, Y1).Total().Influence!, current = Sums(4, X2, Y2).Total().Influence!;
        Assert.Equal((2280.8125, 10367.3125), (old.Variance, current.Variance));
        Assert.Equal(0.42119050449844375, Influence.Correlation(old, current), 1e-6);
        Assert.Equal(old.Variance / 49, old.DividedBy(7).Variance, 1e-9);
    }

    [Fact]
    public void The_variance_of_a_ratio_is_its_linearised_one() => Gen.Select(Gen.Double[0, 100], Gen.Int[0, 4]).Array[2, 40].Where(users => users.Sum(user => user.Item2) > 0).Sample(users =>
    {
        var counted = users.Where(user => user.Item1 != 0 || user.Item2 != 0).ToArray();
        if (counted.Length < 2)
            return;
        var linearised = counted.Aggregate(default(RatioSums), (sums, user) => sums.Add(user.Item1, user.Item2));
        var influence = Sums(0, [.. users.Select(user => user.Item1)], [.. users.Select(user => (double)user.Item2)]).Ratio()!.Influence!;
        Assert.Equal(linearised.StandardError!.Value, Math.Sqrt(influence.Variance), 1e-6 * (1 + linearised.StandardError.Value));
        Assert.Equal(counted.Length, influence.Users);
    }, iter: 200);

    [Fact]
    public void The_same_users_who_do_the_same_leave_no_error_and_other_users_no_correlation()
    {
        var one = Sums(0, X1, Y1).Ratio()!.Influence!;
        Assert.Equal(1, Influence.Correlation(one, Sums(0, X1, Y1).Ratio()!.Influence!), 1e-12);
        Assert.Equal(0, Difference.Of(5, one, 5, one).StandardError, 1e-6);
        Assert.Equal(0, Influence.Correlation(one, Sums(100, X2, Y2).Ratio()!.Influence!));
        Assert.Equal(1, Difference.Of(5, one, 5, one).PValue);
    }

    [Fact]
    public void Of_many_users_the_same_sample_is_kept_in_every_export_and_tells_the_correlation()
    {
        const int count = 100_000, shift = 30_000;
        double[] values = [.. Enumerable.Range(0, count + shift).Select(user => Math.Exp(user * 7919 % 1000 / 250.0))], ones = [.. values.Take(count).Select(_ => 1.0)];
        Influence old = Sums(0, values[..count], ones).Ratio()!.Influence!, current = Sums(shift, values[shift..], ones).Ratio()!.Influence!;
        Assert.InRange(old.Keys.Length, Influence.MostUsers / 3, Influence.MostUsers);
        Assert.Equal((2, count), (old.Halvings, old.Users));
        // 70 % of the users of each are in both, and do the same.
        Assert.Equal(0.70, Influence.Correlation(old, current), 0.02);
    }

    [Fact]
    public void Other_keys_leave_every_number_as_it_was()
    {
        static ulong Mix(ulong key) => unchecked(key * 0x9E3779B97F4A7C15 ^ 0x5555);
        Influence old = Sums(0, X1, Y1).Ratio()!.Influence!, current = Sums(4, X2, Y2).Ratio()!.Influence!;
        Assert.Equal(Influence.Correlation(old, current), Influence.Correlation(old.Rehash(Mix), current.Rehash(Mix)), 1e-12);
        Assert.Equal(0, Influence.Correlation(old, current.Rehash(Mix)));
    }

    [Fact]
    public void Parts_by_a_property_add_up_and_hide_groups_of_few_users()
    {
        var data = Dataset.From(users: [.. Enumerable.Range(0, 30).Select(user => new UserRow($"u{user}", Journeys.Noon(0), user < 14 ? "search" : user < 27 ? "social" : "kol"))]);
        var sums = new UserSums(data);
        for (int user = 0; user < 30; user++)
            sums.Add(user, user % 2, 1);
        var parts = Assert.Single(sums.Share()!.Dimensions).Parts;
        // Three users of kol stand with the next larger group, for alone they could be told.
        Assert.Equal([new("search", 14, 7), new("(others)", 16, 8)], parts);
    }
}
