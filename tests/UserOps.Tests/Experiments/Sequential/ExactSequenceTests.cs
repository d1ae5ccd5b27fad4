using CsCheck;
using MathNet.Numerics;
using UserOps.Experiments;
using UserOps.Experiments.Sequential;

namespace UserOps.Tests.Experiments.Sequential;

public class ExactSequenceTests
{
    [Fact]
    public void The_evidence_of_every_next_user_is_one_on_average()
    {
        // A martingale: under the rate, p·E(success) + (1 − p)·E(failure) is the evidence before. Two-sided and one-sided at the boundary.
        foreach (double p in new[] { 0.01, 0.3, 0.8 })
            for (int s = 0; s < 5; s++)
            {
                BetaBinomialMixture before = new(2, 3, s, 7), after = new(2, 3, s + 1, 7), missed = new(2, 3, s, 8);
                Assert.Equal(1, p * Math.Exp(after.LogEvidence(p) - before.LogEvidence(p)) + (1 - p) * Math.Exp(missed.LogEvidence(p) - before.LogEvidence(p)), 1e-9);
                Assert.Equal(1, p * Math.Exp(after.LogEvidence(p, true) - before.LogEvidence(p, true)) + (1 - p) * Math.Exp(missed.LogEvidence(p, true) - before.LogEvidence(p, true)), 1e-9);
            }
    }

    // The chance that the evidence against the true rate ever exceeds 20 in the first n users, by exact dynamic programming over all numbers of successes.
    [Theory]
    [InlineData(0.01, 1000)]
    [InlineData(0.2, 1000)]
    [InlineData(0.5, 1000)]
    public void A_rate_is_excluded_by_chance_less_often_than_the_level_says_exactly(double rate, int users)
    {
        double[] alive = [1];
        double excluded = 0;
        for (int n = 1; n <= users; n++)
        {
            double[] next = new double[n + 1];
            for (int s = 0; s < alive.Length; s++)
                (next[s], next[s + 1]) = (next[s] + alive[s] * (1 - rate), next[s + 1] + alive[s] * rate);
            for (int s = 0; s <= n; s++)
                if (new BetaBinomialMixture(0.5, 0.5, s, n - s).LogEvidence(rate) >= Math.Log(20))
                    (excluded, next[s]) = (excluded + next[s], 0);
            alive = next;
        }
        Assert.InRange(excluded, 0.01, 0.05);
    }

    [Fact]
    public void Intervals_hold_the_share_seen_and_shrink_with_users() => Gen.Select(Gen.Int[0, 50], Gen.Int[1, 400]).Where(pair => pair.Item1 <= pair.Item2).Sample((s, n) =>
    {
        var interval = RateSequence.Interval(new(s, n));
        Assert.True(interval.Contains((double)s / n));
        var more = RateSequence.Interval(new(10L * s, 10L * n));
        Assert.True(more.Upper - more.Lower < interval.Upper - interval.Lower + 1e-9);
        Assert.True(RateSequence.Interval(new(s, n), 0.99).Lower <= interval.Lower + 1e-12);
    });

    [Fact]
    public void An_interval_ends_where_the_evidence_is_twenty_by_hand()
    {
        // 3 of 10 at the uniform-like Jeffreys prior: B(3.5, 7.5) ÷ B(.5, .5) ÷ (p³(1 − p)⁷) = 20 at both ends.
        var interval = RateSequence.Interval(new(3, 10));
        double marginal = SpecialFunctions.Beta(3.5, 7.5) / SpecialFunctions.Beta(0.5, 0.5);
        Assert.Equal(20, marginal / (Math.Pow(interval.Lower, 3) * Math.Pow(1 - interval.Lower, 7)), 1e-8);
        Assert.Equal(20, marginal / (Math.Pow(interval.Upper, 3) * Math.Pow(1 - interval.Upper, 7)), 1e-8);
    }

    [Fact]
    public void A_difference_is_seen_from_both_sides_alike() => Gen.Select(Gen.Int[0, 30], Gen.Int[30, 200], Gen.Int[0, 30], Gen.Int[30, 200]).Sample((a, n, b, m) =>
    {
        var forth = RateSequence.Difference(new(a, n), new(b, m));
        var back = RateSequence.Difference(new(b, m), new(a, n));
        Assert.Equal(forth.Interval.Lower, -back.Interval.Upper, 1e-6);
        Assert.Equal(forth.PValue, back.PValue, 1e-9);
        Assert.True(forth.Interval.Contains(forth.Value));
        Assert.Equal(forth.PValue < 0.05 - 1e-9, !forth.Interval.Contains(0) && forth.PValue < 0.05 - 1e-9);
    });

    [Fact]
    public void The_lift_comes_from_conversions_alone()
    {
        var lift = ConversionSequence.Lift(new(200, 5000), new(300, 5000));
        Assert.Equal(0.5, lift.Value, 1e-12);
        Assert.True(lift.Interval.Lower > 0.1 && lift.Interval.Upper < 1.1 && lift.PValue < 0.01);
        // Uneven assignment: twice the users in treatment, twice the conversions, no lift.
        var even = ConversionSequence.Lift(new(100, 5000), new(200, 10_000), treatmentShare: 2.0 / 3);
        Assert.Equal(0, even.Value, 1e-12);
        Assert.True(even.Interval.Contains(0) && even.PValue > 0.5);
        var greater = ConversionSequence.Lift(new(200, 5000), new(300, 5000), test: new() { Alternative = Alternative.Greater });
        Assert.True(double.IsPositiveInfinity(greater.Interval.Upper) && greater.Interval.Lower > lift.Interval.Lower && greater.PValue < lift.PValue);
        Assert.Equal(0.05, ConversionSequence.Lift(new(200, 5000), new(300, 5000), test: new() { Alternative = Alternative.Greater, Null = greater.Interval.Lower }).PValue, 1e-6);
    }

    [Fact]
    public void The_bounded_sequence_is_the_formula_of_Waudby_Smith_and_Ramdas()
    {
        // Three users by hand in Python, theorem 2 with λ = min(√(2 ln(2/α) ÷ (σ²·t·ln(t + 1))), ½), ψ(λ) = −ln(1 − λ) − λ.
        var sequence = new BoundedSequence(10);
        foreach (var (treated, value) in new[] { (true, 3.0), (false, 0.0), (true, 25.0) })
            sequence.Add(treated, value);
        var estimate = sequence.ToEstimate();
        Assert.Equal(8.666666666666668, estimate.Value, 1e-9);
        Assert.Equal(-90.89130727014863, estimate.Interval.Lower, 1e-9);
        Assert.Equal(108.22464060348199, estimate.Interval.Upper, 1e-9);
        Assert.Equal((1, 2, 1), (sequence.ControlCount, sequence.TreatmentCount, sequence.Capped));
        Assert.Contains("cut at 10", estimate.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_capped_metric_shows_a_difference_that_is_there()
    {
        var random = new Random(4);
        var sequence = new BoundedSequence(100);
        for (int i = 0; i < 20_000; i++)
            sequence.Add(i % 2 == 0, random.NextDouble() < 0.3 ? random.NextDouble() * (i % 2 == 0 ? 60 : 40) : 0);
        var estimate = sequence.ToEstimate();
        Assert.True(estimate.Interval.Contains(3) && !estimate.Interval.Contains(0) && estimate.PValue < 0.05, estimate.Interval.ToString());
    }

    [Fact]
    public void Empty_arms_and_impossible_values_are_refused()
    {
        Assert.Throws<InsufficientDataException>(() => RateSequence.Difference(new(0, 0), new(1, 2)));
        Assert.Throws<InsufficientDataException>(() => ConversionSequence.Lift(new(0, 10), new(1, 2)));
        Assert.Throws<UserOpsException>(() => ConversionSequence.Lift(new(1, 10), new(1, 2), 1));
        Assert.Throws<UserOpsException>(() => RateSequence.Interval(new(1, 2), double.NaN));
        Assert.Throws<UserOpsException>(() => new BoundedSequence(double.NaN));
        Assert.Throws<UserOpsException>(() => new BoundedSequence(5).Add(true, double.NaN));
        Assert.Throws<InsufficientDataException>(() => new BoundedSequence(5).ToEstimate());
    }
}
