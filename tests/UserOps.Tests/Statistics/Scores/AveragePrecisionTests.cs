using CsCheck;
using UserOps.Statistics;

namespace UserOps.Tests.Statistics;

public class AveragePrecisionTests
{
    [Fact]
    public void Counted_by_hand()
    {
        // Found at depths 1, 3 and 4 of 5: (1/1 + 2/3 + 3/4) / 3.
        var scores = new BinaryScores([5, 4, 3, 2, 1], [true, false, true, true, false]);
        Assert.Equal((1 + 2 / 3.0 + 3 / 4.0) / 3, scores.AveragePrecision, 1e-15);
    }

    [Fact]
    public void A_user_drawn_twice_counts_as_two_of_the_same_score() => Gen.Int[0, 3].Array[6].Sample(times =>
    {
        double[] values = [6, 5, 5, 3, 2, 1];
        bool[] outcomes = [true, false, true, true, false, true];
        int[] drawn = [.. Enumerable.Range(0, 6).SelectMany(user => Enumerable.Repeat(user, times[user]))];
        bool both = drawn.Any(user => outcomes[user]) && drawn.Any(user => !outcomes[user]);
        return !both || Math.Abs(
            AveragePrecision.Of(new(values, outcomes), times)
            - new BinaryScores([.. drawn.Select(user => values[user])], [.. drawn.Select(user => outcomes[user])]).AveragePrecision) < 1e-12;
    });

    [Fact]
    public void Leaving_out_each_user_in_one_pass_equals_leaving_them_out_one_by_one() =>
        (from scores in Gen.Int[0, 5].Array[5, 20] from outcomes in Gen.Bool.Array[scores.Length] select (scores, outcomes))
        .Where(it => it.outcomes.Count(yes => yes) >= 2 && it.outcomes.Contains(false))
        .Sample(it =>
        {
            var all = new BinaryScores([.. it.scores.Select(score => (double)score)], it.outcomes);
            double[] fast = AveragePrecision.Jackknife(all);
            for (int left = 0; left < all.Count; left++)
            {
                int[] times = [.. Enumerable.Range(0, all.Count).Select(user => user == left ? 0 : 1)];
                if (Math.Abs(fast[left] - AveragePrecision.Of(all, times)) > 1e-12)
                    return false;
            }
            return true;
        });

    [Fact]
    public void The_interval_holds_the_estimate_and_is_the_same_at_every_call()
    {
        var scores = TelcoScores.ThreeColumns();
        var interval = scores.AveragePrecisionInterval()!.Value;
        Assert.True(interval.Contains(scores.AveragePrecision));
        Assert.InRange(interval.Upper - interval.Lower, 0.02, 0.08);
        Assert.Equal(interval, scores.AveragePrecisionInterval());
        Assert.NotEqual(interval, scores.AveragePrecisionInterval(seed: 2));
    }

    [Fact]
    public void A_perfect_order_is_perfect_in_every_sample_and_gets_no_interval_of_no_width()
    {
        var perfect = new BinaryScores([0, 0, 1, 1], [false, false, true, true]);
        Assert.Equal(1, perfect.AveragePrecision);
        Assert.Null(perfect.AveragePrecisionInterval());
        Assert.Null(perfect.Probability().BrierInterval);
        Assert.Null(perfect.Probability().LogLossInterval);
    }
}
