using CsCheck;
using UserOps.Uplift;

namespace UserOps.Tests.Uplift;

public class UpliftScoresTests
{
    // scikit-uplift's qini_auc_score and uplift_auc_score on womens against none, visit; the other two columns from its qini_curve with NumPy 1.24:
    // qini_auc_score(negative_effect=False), and the area over the random line divided by users and by treated users.
    [Theory]
    [InlineData(Hillstrom.Womens, "womens", 1, 0.0640155085, 0.0294311611, 0.348197298574, 0.007696578974)]
    [InlineData(Hillstrom.Womens, "recency", -1, -0.0045197693, -0.0019703901, -0.024584222029, -0.000543411471)]
    [InlineData(Hillstrom.Womens, "history", 1, 0.0026215141, 0.0010476346, 0.014259109056, 0.000315184407)]
    [InlineData(Hillstrom.Mens, "womens", 1, 0.012887832659, 0.006342948835, 0.046645468005, 0.001717871288)]
    [InlineData(Hillstrom.Mens, "history", 1, 0.018433401260, 0.009578423839, 0.066716774761, 0.002457062534)]
    public void Hillstrom_has_the_areas_of_scikit_uplift(string arm, string feature, int sign, double qini, double auuc, double withoutNegative, double area)
    {
        var scores = Hillstrom.Scores(arm, users => [.. users.Features.Numbers(feature).Select(value => sign * value)]);
        Assert.Equal(qini, scores.Area(QiniVariant.Qini)!.Value, 5e-11);
        Assert.Equal(auuc, scores.Area(QiniVariant.Auuc)!.Value, 5e-11);
        Assert.Equal(withoutNegative, scores.Area(QiniVariant.QiniWithoutNegative)!.Value, 1e-12);
        Assert.Equal(area, scores.Area(QiniVariant.Area)!.Value, 1e-12);
    }

    [Fact]
    public void Amounts_have_an_area_and_no_best_order()
    {
        // NumPy 1.24, spend of Hillstrom, womens against none, by history: as above.
        var scores = Hillstrom.Scores(Hillstrom.Womens, users => users.Features.Numbers("history"), "spend");
        Assert.Equal(-0.014266792672, scores.Area(QiniVariant.Area)!.Value, 1e-12);
        Assert.Null(scores.Area(QiniVariant.Qini));
        Assert.Null(scores.Area(QiniVariant.Auuc));
    }

    // sklift/tests/test_metrics.py of scikit-uplift 0.5: test_uplift_auc_score and test_qini_auc_score.
    [Theory]
    [InlineData(new double[] { 0, 1 }, new[] { true, false }, 0, 1)]
    [InlineData(new double[] { 1, 0 }, new[] { false, true }, 1, 1)]
    public void Two_users_have_the_areas_that_scikit_uplift_tests_for(double[] outcomes, bool[] treated, double auuc, double qini)
    {
        var scores = new UpliftScores([0.1, 0.3], treated, outcomes);
        Assert.Equal(auuc, scores.Area(QiniVariant.Auuc)!.Value, 1e-12);
        Assert.Equal(qini, scores.Area(QiniVariant.Qini)!.Value, 1e-12);
    }

    [Fact]
    public void Two_treated_and_one_left_alone_with_equal_scores_end_where_scikit_uplift_says()
    {
        // test_qini_curve and test_uplift_curve: outcomes 0, 1, 0 with the first left alone; curves end at 1 and at 1.5.
        var walk = new UpliftWalk(3, 1);
        walk.Add(3, 2, 1, 0);
        Assert.Equal(1, walk.QiniEnd);
        Assert.Equal([0, 1], walk.Heights);
        Assert.Equal(0.5, new UpliftScores([1, 1, 1], [false, true, true], [0, 1, 0]).Effect.Value);
    }

    [Fact]
    public void The_order_of_users_and_of_equal_scores_is_no_matter() => Random.Sample(users =>
    {
        var scores = Of(users);
        var turned = Of([.. users.Reverse()]);
        Assert.All(Enum.GetValues<QiniVariant>(), variant => Assert.Equal(scores.Area(variant) ?? 9, turned.Area(variant) ?? 9, 1e-9));
    });

    [Fact]
    public void Any_rising_change_of_the_scores_keeps_every_area() => Random.Sample(users =>
    {
        var scores = Of(users);
        var changed = Of([.. users.Select(user => user with { Score = Math.Exp(user.Score / 3.0) - 7 })]);
        Assert.All(Enum.GetValues<QiniVariant>(), variant => Assert.Equal(scores.Area(variant), changed.Area(variant)));
    });

    [Fact]
    public void Swapping_the_arms_turns_the_sign_of_uplift_everywhere() => Random.Sample(users =>
    {
        var scores = Of(users);
        var swapped = Of([.. users.Select(user => user with { Treated = !user.Treated })]);
        Assert.Equal(scores.Effect.Value, -swapped.Effect.Value, 1e-12);
        Assert.Equal(UnderUplift(scores), -UnderUplift(swapped), 1e-9);
        foreach (var (bin, other) in scores.Deciles(4).Bins.Zip(swapped.Deciles(4).Bins))
            Assert.Equal(bin.Effect.Value, -other.Effect.Value, 1e-12);
    });

    [Fact]
    public void Turning_the_order_round_turns_the_uplift_area_round_where_both_arms_stay_in_step() => Gen.Int[2, 30].Sample(pairs =>
    {
        // Each score is shared by one treated user and one left alone: curves of both directions mirror each other.
        double[] scores = [.. Enumerable.Range(0, 2 * pairs).Select(row => (double)(row / 2))];
        bool[] treated = [.. scores.Select((_, row) => row % 2 == 0)];
        double[] outcomes = [.. scores.Select((_, row) => row % 5 == 0 ? 1.0 : 0)];
        double up = new UpliftScores(scores, treated, outcomes).Area(QiniVariant.Area)!.Value;
        double down = new UpliftScores([.. scores.Select(score => -score)], treated, outcomes).Area(QiniVariant.Area)!.Value;
        Assert.Equal(up, -down, 1e-12);
    });

    [Fact]
    public void The_best_order_has_area_one_and_no_order_has_more() => Random.Sample(users =>
    {
        var best = Of([.. users.Select(user => user with { Score = user.Outcome == 0 ? 0 : user.Treated ? 1 : -1 })]);
        if (best.Area(QiniVariant.Qini) is { } qini)
            Assert.Equal(1, qini, 1e-9);
        if (Of(users).Area(QiniVariant.Qini) is { } other)
            Assert.True(other <= 1 + 1e-9);
    });

    [Fact]
    public void Equal_scores_are_worth_nothing()
    {
        var scores = new UpliftScores([.. Enumerable.Repeat(0.5, 40)], [.. Enumerable.Range(0, 40).Select(row => row % 2 == 0)], [.. Enumerable.Range(0, 40).Select(row => row % 3 == 0 ? 1.0 : 0)]);
        Assert.All(Enum.GetValues<QiniVariant>(), variant => Assert.Equal(0, scores.Area(variant) ?? 0, 1e-12));
        Assert.Single(scores.Deciles().Bins);
    }

    [Fact]
    public void Random_scores_have_areas_around_zero()
    {
        var random = new Random(3);
        double[] areas = [.. Enumerable.Range(0, 400).Select(_ => Draw(random).Area(QiniVariant.Qini)!.Value)];
        double error = Math.Sqrt(areas.Sum(area => area * area) / areas.Length / areas.Length);
        Assert.InRange(areas.Average(), -3 * error, 3 * error);
        Assert.InRange(areas.Count(area => area > 0), 160, 240);
    }

    [Fact]
    public void Groups_add_up_to_all_users() => Random.Sample(users =>
    {
        var deciles = Of(users).Deciles(5);
        Assert.Equal(users.Length, deciles.Bins.Sum(bin => bin.Users));
        Assert.Equal(deciles.Overall.Treated.Sum, deciles.Bins.Sum(bin => bin.Effect.Treated.Sum));
        Assert.Equal(deciles.Overall.Control.Count, deciles.Bins.Sum(bin => bin.Effect.Control.Count));
        Assert.Equal(deciles.Overall.Treated.Mean!.Value, deciles.Bins.Sum(bin => bin.Effect.Treated.Count * (bin.Effect.Treated.Mean ?? 0)) / deciles.Overall.Treated.Count, 1e-12);
    });

    [Fact]
    public void The_paired_difference_of_a_model_and_itself_is_nothing()
    {
        var scores = Draw(new Random(1));
        var difference = scores.Compare(scores)!.Value;
        Assert.Equal(0, difference.Value);
        Assert.Equal((0, 0), (difference.Interval!.Value.Lower, difference.Interval.Value.Upper));
        Assert.Throws<UserOpsException>(() => scores.Compare(Draw(new Random(2))));
    }

    [Fact]
    public void Equal_seeds_give_equal_intervals()
    {
        var scores = Draw(new Random(1));
        Assert.Equal(scores.AreaEstimate(QiniVariant.Auuc, seed: 4), scores.AreaEstimate(QiniVariant.Auuc, seed: 4));
        Assert.NotEqual(scores.AreaEstimate(QiniVariant.Auuc, seed: 4), scores.AreaEstimate(QiniVariant.Auuc, seed: 5));
        Assert.True(scores.AreaEstimate(QiniVariant.Auuc)!.Value.Interval!.Value.Contains(scores.Area(QiniVariant.Auuc)!.Value));
    }

    [Fact]
    public void Missing_scores_one_arm_alone_and_unequal_lengths_are_refused()
    {
        Assert.Contains("Score 2 of 2 is NaN", Assert.Throws<UserOpsException>(() => new UpliftScores([1, double.NaN], [true, false], [0, 1])).Message);
        Assert.Contains("Outcome 1 of 2", Assert.Throws<UserOpsException>(() => new UpliftScores([1, 2], [true, false], [double.PositiveInfinity, 1])).Message);
        Assert.Contains("2 treated users and 0 left alone", Assert.Throws<InsufficientDataException>(() => new UpliftScores([1, 2], [true, true], [0, 1])).Message);
        Assert.Contains("2 scores, 1 arms", Assert.Throws<UserOpsException>(() => new UpliftScores([1, 2], [true], [0, 1])).Message);
    }

    internal static UpliftScores Draw(Random random, int users = 300) => new(
        [.. Enumerable.Range(0, users).Select(_ => random.NextDouble())], [.. Enumerable.Range(0, users).Select(_ => random.Next(2) == 0)],
        [.. Enumerable.Range(0, users).Select(_ => random.Next(4) == 0 ? 1.0 : 0)]);

    private static double UnderUplift(UpliftScores scores)
    {
        var walk = new UpliftWalk(scores.Count);
        foreach (var group in scores.Ranks.Groups())
            walk.Add(group.Count, group.Count(user => scores.Treated[user]), group.Sum(user => scores.Treated[user] ? scores.Outcomes[user] : 0),
                group.Sum(user => scores.Treated[user] ? 0 : scores.Outcomes[user]));
        return walk.UpliftArea;
    }

    private static UpliftScores Of(User[] users) => new([.. users.Select(user => (double)user.Score)], [.. users.Select(user => user.Treated)], [.. users.Select(user => (double)user.Outcome)]);

    private static Gen<User[]> Random { get; } = Gen.Select(Gen.Int[-4, 4], Gen.Bool, Gen.Int[0, 1], (score, treated, outcome) => new User(score, treated, outcome))
        .Array[8, 60].Select(users => (User[])[new(0, true, 1), new(1, true, 0), new(1, false, 1), new(2, false, 0), .. users]);

    private sealed record User(double Score, bool Treated, int Outcome);
}
