using UserOps.Statistics;

namespace UserOps.Tests.Statistics;

public class CalibrationChoiceTests
{
    [Fact]
    public void Probabilities_that_come_true_are_left_alone() =>
        Assert.IsType<Calibration.None>(CalibrationChoice.Of(TelcoLike(probability => probability)).Chosen);

    [Fact]
    public void A_model_too_sure_of_itself_gets_a_line_of_lesser_slope()
    {
        // Log-odds doubled: the line must halve them.
        var scores = TelcoLike(probability => 1 / (1 + Math.Pow((1 - probability) / probability, 2)));
        var choice = CalibrationChoice.Of(scores);
        var platt = Assert.IsType<Calibration.Platt>(choice.Chosen);
        Assert.Equal(0.5, platt.Slope, 0.05);
        Assert.Equal(choice.Trials[1].LogLoss, choice.Judged.Probability().LogLoss, 1e-12);
        Assert.True(scores.With(choice.Chosen.Of).Reliability().Error < 0.3 * scores.Reliability().Error);
    }

    [Fact]
    public void A_step_that_no_smooth_curve_follows_gets_the_isotonic_one() => Assert.IsType<Calibration.Isotonic>(
        CalibrationChoice.Of(Made(20_000, i => i, score => score < 0.5 ? 0.05 : 0.6, score => score)).Chosen);

    [Fact]
    public void The_choice_is_the_same_at_every_call()
    {
        var scores = TelcoLike(Math.Sqrt);
        Assert.Equal(CalibrationChoice.Of(scores).Trials, CalibrationChoice.Of(scores).Trials);
    }

    [Fact]
    public void Too_few_users_of_a_class_are_refused_with_their_number()
    {
        var refusal = Assert.Throws<InsufficientDataException>(() =>
            CalibrationChoice.Of(new([.. Enumerable.Range(0, 100).Select(i => i / 100.0)], [.. Enumerable.Range(0, 100).Select(i => i < 7)])));
        Assert.Contains("7 users with the outcome", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_names_every_kind_and_what_was_chosen()
    {
        var choice = CalibrationChoice.Of(TelcoLike(Math.Sqrt));
        Assert.Equal(["none", "Platt", "beta", "isotonic"], choice.Trials.Select(trial => trial.Name));
        Assert.Contains($"Calibration: {choice.Chosen.Name}", choice.ToString(), StringComparison.Ordinal);
    }

    private static BinaryScores TelcoLike(Func<double, double> distort) => Made(6000, i => 0.02 + 0.9 * i * i, probability => probability, distort);

    private static BinaryScores Made(int users, Func<double, double> truth, Func<double, double> rate, Func<double, double> distort)
    {
        var random = new Random(11);
        double[] probabilities = [.. Enumerable.Range(0, users).Select(_ => truth(random.NextDouble()))];
        return new([.. probabilities.Select(distort)], [.. probabilities.Select(probability => random.NextDouble() < rate(probability))]);
    }
}
