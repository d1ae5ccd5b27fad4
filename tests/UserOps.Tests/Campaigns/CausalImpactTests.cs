using CsCheck;
using UserOps.Campaigns;
using UserOps.Data;
using UserOps.Display;
using UserOps.Testing;

namespace UserOps.Tests.Campaigns;

public class CausalImpactTests
{
    private static double[] Column(string file, string name) => TypedTable.Open(PublicData.Path($"reference/{file}")).Get<NumberColumn>(name).Values;

    private static CausalImpactResult Arma()
    {
        double[] y = Column("arma_data.csv", "y"), x = Column("arma_data.csv", "X");
        for (int step = 70; step < y.Length; step++)
            y[step] += 5;
        return Panels.OfDays(y, x).CausalImpact(new("x", ["a"], Panels.Days(70, y.Length)));
    }

    [Fact]
    public void Local_level_with_a_regressor_is_that_of_statsmodels()
    {
        // statsmodels UnobservedComponents(y, 'llevel', exog=X), best of four optimisers.
        var result = Arma();
        Assert.Equal(0.92782388, result.NoiseVariance, 3e-5);
        Assert.Equal(0.00214615, result.LevelVariance, 2e-6);
        Assert.Equal(1.18817958, result.Coefficients.Single().Value, 2e-6);
        Assert.Equal(-98.17572382, result.Model.LogLikelihood, 2e-5);
    }

    [Fact]
    public void The_published_series_has_its_effect()
    {
        var result = Arma();
        Assert.Equal(125.228819, result.ActualSum / 30, 1e-6);
        Assert.Equal(120.448529, result.PredictedSum / 30, 5e-6);
        Assert.Equal(4.780290, result.CumulativeEffect / 30, 5e-6);
        Assert.Equal(143.408688, result.CumulativeEffect, 2e-4);
        Assert.Equal(result.PredictedSum, result.Predicted.Sum(), 1e-8);
        // The README of tfcausalimpact prints 4.89 (sd 0.31), variances taken as known; the planted effect is 5. Over all variances the interval is wider.
        double[] x = Column("arma_data.csv", "X");
        double plain = Math.Sqrt(result.Model.At.Sum([.. x[70..].Select(value => new[] { value })]).Variance * result.Model.At.Scale) / 30;
        Assert.Equal(0.31, plain, 0.02);
        var interval = result.PredictedSumInterval;
        Assert.InRange((interval.Upper - interval.Lower) / 30 / 3.92, plain, 2.2 * plain);
        Assert.True(interval.Contains(result.ActualSum - 150));
        Assert.True(result.PValue < 0.001);
    }

    [Fact]
    public void Each_of_several_controls_has_a_coefficient_of_its_own()
    {
        // statsmodels 0.13.5 UnobservedComponents(y, 'llevel', exog=three columns), best of lbfgs, nm, powell and bfgs, in thousands.
        double[][] series = [.. new[] { "CHANGED", "NOT_CHANGED_1", "NOT_CHANGED_2", "NOT_CHANGED_3" }.Select(name => Column("comparison_data.csv", name).Select(value => value / 1000).ToArray())];
        var result = Panels.OfDays(series).CausalImpact(new("x", ["a"], Panels.Days(90, 108)));
        Assert.Equal(0.94545307, result.NoiseVariance, 1e-3);
        Assert.Equal(0.03906767, result.LevelVariance, 1e-3);
        Assert.All(result.Coefficients.Zip([0.25882365, 0.52917769, 0.27947312]), pair => Assert.Equal(pair.Second, pair.First.Value, 1e-3));
        Assert.Equal(1435.6252624224331, result.PredictedSum, 0.1);
        // CausalImpact for R, with its own prior: -657 a day (sd 736), p .20; no effect is shown here either.
        Assert.InRange(result.CumulativeEffect / 18, -0.657 - 0.736, -0.657 + 0.736);
        Assert.InRange(result.PValue, 0.05, 0.5);
    }

    [Fact]
    public void Few_steps_before_leave_the_controls_one_coefficient()
    {
        double[][] rows = [.. Enumerable.Range(1, 5).Select(unit => Enumerable.Range(0, 30).Select(day => 10 + Math.Sin(day * unit)).ToArray())];
        var result = Panels.OfDays(rows).CausalImpact(new("x", ["a"], Panels.Days(25, 30)));
        Assert.Equal(["the mean of 4 others"], result.Coefficients.Select(one => one.Name));
    }

    [Fact]
    public void The_Nile_has_its_published_variances()
    {
        // Durbin and Koopman (2012), section 2.10.3; R 4.2 StructTS(Nile, "level") with a merely vague start: 1469.1466, 15098.5772.
        var model = LocalLevelModel.Fit(Column("nile.csv", "y"));
        Assert.Equal(1469.1466, model.LevelVariance, 1e-4 * 1469);
        Assert.Equal(15098.5772, model.NoiseVariance, 1e-4 * 15098);
        // statsmodels UnobservedComponents(nile, 'llevel', use_exact_diffuse=True); its likelihood has a further ln(2π)/2 for the diffuse level.
        Assert.Equal(1469.1763310903284, model.LevelVariance, 2e-3);
        Assert.Equal(15098.518734473, model.NoiseVariance, 2e-3);
        Assert.Equal(-633.4645636362457 + Math.Log(2 * Math.PI) / 2, model.LogLikelihood, 1e-8);
    }

    [Fact]
    public void Missing_steps_are_passed_over()
    {
        // statsmodels, exact diffuse, on the Nile with the years 21–40 and 61–80 missing.
        double[] nile = Column("nile.csv", "y");
        for (int step = 0; step < 20; step++)
            (nile[20 + step], nile[60 + step]) = (double.NaN, double.NaN);
        var model = LocalLevelModel.Fit(nile);
        Assert.Equal(685.8209699216509, model.LevelVariance, 0.02);
        Assert.Equal(-380.9266676543253 + Math.Log(2 * Math.PI) / 2, model.LogLikelihood, 1e-7);
    }

    [Fact]
    public void Predictions_and_their_errors_are_those_of_statsmodels()
    {
        // UnobservedComponents(nile[:50], 'llevel') at variances 19098.6372375 and 3078.34815398: 846.178528306328, errors 168.69612054 and 236.98842687 one and ten years ahead.
        double noise = 19098.6372375, level = 3078.34815398, scale = noise + level;
        var at = LocalLevelModel.Fit(Column("nile.csv", "y")[..50]).WithShare(level / scale);
        var (value, variance) = at.Step([], 1);
        Assert.Equal(846.178528306328, value, 1e-2);
        Assert.Equal(168.69612054, Math.Sqrt(variance * scale), 1e-2);
        Assert.Equal(236.98842687, Math.Sqrt(at.Step([], 10).Variance * scale), 1e-2);
    }

    [Fact]
    public void A_sum_of_one_step_is_that_step_and_regressors_and_units_only_shift_and_scale() =>
        Gen.Select(Gen.Double[-1, 1].Array[30], Gen.Double[-1, 1].Array[30], Gen.Double[0.5, 4], Gen.Double[-9, 9]).Sample((noise, x, factor, shift) =>
        {
            var model = LocalLevelModel.Fit(noise, x);
            (double value, double variance) = model.At.Step([0.3], 1);
            (double sum, double sumVariance) = model.At.Sum([[0.3]]);
            Assert.Equal(value, sum, 1e-9);
            Assert.Equal(variance, sumVariance, 1e-9);
            var moved = LocalLevelModel.Fit([.. noise.Select((e, i) => factor * (e + shift * x[i]) + 7)], x);
            Assert.Equal(factor * (model.Coefficients[0] + shift), moved.Coefficients[0], 1e-3 * factor);
        }, iter: 50);

    [Fact]
    public void The_likelihood_is_nowhere_higher_than_where_the_search_ends() =>
        Gen.Double[-1, 1].Array[25].Sample(noise =>
        {
            double sum = 0;
            double[] walk = [.. noise.Select(e => sum += e)];
            foreach (double[] series in new[] { noise, walk })
            {
                var model = LocalLevelModel.Fit(series);
                for (int i = 0; i <= 200; i++)
                    Assert.True(model.LogLikelihood >= model.WithShare(i / 200.0).LogLikelihood - 1e-7);
            }
        }, iter: 20);

    [Fact]
    public void Flat_series_short_series_and_controls_that_repeat_the_unit_are_refused()
    {
        double[] flat = [.. Enumerable.Repeat(4.0, 20)], other = [.. Enumerable.Range(0, 20).Select(i => Math.Sin(i))];
        Assert.Contains("flat series", Assert.Throws<InsufficientDataException>(() => LocalLevelModel.Fit(flat, other)).Message, StringComparison.Ordinal);
        Assert.Throws<InsufficientDataException>(() => LocalLevelModel.Fit(other, flat));
        Assert.Throws<InsufficientDataException>(() => LocalLevelModel.Fit(other, other));
        Assert.Throws<InsufficientDataException>(() => LocalLevelModel.Fit(other[..5], other[..5]));
        Assert.Throws<InsufficientDataException>(() => Panels.Seven.CausalImpact(Panels.FromFifth("a")));
    }

    [Fact]
    public void One_unit_alone_is_predicted_from_its_own_past_and_says_so()
    {
        var random = new Random(1);
        double[] row = [.. Enumerable.Range(0, 60).Select(day => 20 + random.NextDouble() + (day >= 50 ? 6 : 0))];
        var result = Panels.OfDays(row).CausalImpact(new("x", ["a"], Panels.Days(50, 60)));
        Assert.Equal(0.3, result.Incremental.Lift!.Value, 0.03);
        Assert.Empty(result.Coefficients);
        Assert.Contains(result.Notes, note => note.StartsWith("No untreated unit", StringComparison.Ordinal));
    }

    [Fact]
    public void It_renders_in_every_way()
    {
        var result = Arma();
        Assert.NotNull(result.Render()[MimeBundle.Html]);
        Assert.StartsWith("<svg", result.ToChart().ToSvg().TrimStart(), StringComparison.Ordinal);
        Golden.Matches(result.ToString(), "impact.txt");
    }
}
