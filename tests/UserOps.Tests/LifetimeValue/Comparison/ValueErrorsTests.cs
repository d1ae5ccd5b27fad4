using UserOps.LifetimeValue.Comparison;

namespace UserOps.Tests.LifetimeValue.Comparison;

public class ValueErrorsTests
{
    [Fact]
    public void Errors_are_counted_customer_by_customer_and_in_total()
    {
        var errors = ValueErrors.Of([10, 4, 0, 2], [7, 4, 4, 0]);
        Assert.Equal((16, 15), (errors.PredictedTotal, errors.ActualTotal));
        Assert.Equal(1 / 15.0, errors.TotalError!.Value, 1e-12);
        Assert.Equal((3 + 0 + 4 + 2) / 4.0, errors.MeanAbsolute);
        Assert.Equal(Math.Sqrt((9 + 16 + 4) / 4.0), errors.RootMeanSquare, 1e-12);
        Assert.Equal([7, 4, 0, 4], errors.ByTenth.Select(tenth => tenth.Actual));
        Assert.Equal(7 / 15.0, errors.TopTenthShare!.Value, 1e-12);
        // Misses 3, 0, −4, 2: mean 0.25, variance 28.75 / 3; t(3) at 97.5 % is 3.182446.
        double half = 3.18244630528 * Math.Sqrt(28.75 / 3 / 4);
        Assert.Equal((0.25 - half) * 4 / 15, errors.TotalInterval!.Value.Lower, 1e-6);
    }

    /// <summary>scipy.stats.spearmanr([3, 1, 4, 1, 5, 9, 2, 6], [2, 7, 1, 8, 2, 8, 1, 8]) of SciPy 1.10.1.</summary>
    [Fact]
    public void Rank_correlation_shares_the_ranks_of_ties() =>
        Assert.Equal(0.19885368120992467, ValueErrors.Of([3, 1, 4, 1, 5, 9, 2, 6], [2, 7, 1, 8, 2, 8, 1, 8]).RankCorrelation!.Value, 1e-12);

    [Fact]
    public void Equal_predictions_share_what_came()
    {
        var errors = ValueErrors.Of([5, 5, 5, 5], [0, 8, 0, 0]);
        Assert.All(errors.ByTenth, tenth => Assert.Equal(2, tenth.Actual));
        Assert.Null(errors.RankCorrelation);
        Assert.Equal(0.25, errors.TopTenthShare);
    }

    [Fact]
    public void Where_nothing_came_relative_errors_are_blank()
    {
        var errors = ValueErrors.Of([1, 2], [0, 0]);
        Assert.Null(errors.TotalError);
        Assert.Null(errors.TotalInterval);
        Assert.Null(errors.TopTenthShare);
    }

    [Fact]
    public void Impossible_input_is_refused()
    {
        Assert.Throws<UserOpsException>(() => ValueErrors.Of([1], [1]));
        Assert.Throws<UserOpsException>(() => ValueErrors.Of([1, 2], [1]));
        Assert.Throws<UserOpsException>(() => ValueErrors.Of([1, double.NaN], [1, 2]));
        Assert.Throws<UserOpsException>(() => ValueErrors.Of([1, 2], [1, double.PositiveInfinity]));
    }
}
