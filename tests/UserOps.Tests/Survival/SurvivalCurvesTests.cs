using UserOps.Display.Charts;
using UserOps.Statistics;
using UserOps.Survival;

namespace UserOps.Tests.Survival;

public class SurvivalCurvesTests
{
    [Fact]
    public void Median_and_restricted_means_of_the_Walton_flies_match_R()
    {
        // R survival 3.5-3: survfit(Surv(T, E) ~ 1), rmean = "common", 30 and 60.
        var curve = Spells.Waltons().Curves();
        Assert.Equal((56.0, 53.0, 58.0), (curve.Fit.Median, curve.Fit.MedianInterval!.Value.Lower, curve.Fit.MedianInterval.Value.Upper));
        var mean = curve.Groups[0].Mean;
        Assert.Equal(75, mean.Until);
        Assert.Equal(50.13396932, mean.Value, 8);
        Assert.Equal(1.33054, mean.StandardError, 5);
        Assert.Equal(28.1868481595, curve.Fit.RestrictedMean(30).Value, 9);
        Assert.Equal(0.3939675522, curve.Fit.RestrictedMean(30).StandardError, 9);
        Assert.Equal(48.277494817, curve.Fit.RestrictedMean(60).Value, 8);
        Assert.Equal(1.193727657, curve.Fit.RestrictedMean(60).StandardError, 8);
    }

    [Theory]
    [InlineData(SurvivalBand.Plain, 0.8704138309, 0.95688678262, 0, 0.03396014727)]
    [InlineData(SurvivalBand.Log, 0.871420917582, 0.9579261482, 0.003650854699, 0.0563293306)]
    [InlineData(SurvivalBand.LogLog, 0.858549259442, 0.94793035492, 0.002854077704, 0.04618369753)]
    public void Bands_on_every_scale_match_R(SurvivalBand band, double lower20, double upper20, double lower69, double upper69)
    {
        // R survival 3.5-3: summary(survfit(Surv(T, E) ~ 1, conf.type = …), times = c(20, 69)) on the Walton flies.
        var fit = Spells.Waltons().Curves(new() { Band = band }).Fit;
        (var early, var late) = (fit.PointAt(20)!.Value, fit.PointAt(69)!.Value);
        Assert.Equal(0.9136503067, early.Survival, 9);
        Assert.Equal(0.02205983182, early.StandardError, 9);
        Assert.Equal((lower20, upper20, lower69, upper69), (early.Lower, early.Upper, late.Lower, late.Upper), new Close());
        Assert.Equal([148, 99, 65, 14], new[] { 20.0, 50, 60, 69 }.Select(fit.AtRisk));
    }

    [Theory]
    [InlineData(SurvivalBand.Plain, 18, 48, 8, 33)]
    [InlineData(SurvivalBand.Log, 18, double.PositiveInfinity, 8, double.PositiveInfinity)]
    [InlineData(SurvivalBand.LogLog, 13, double.PositiveInfinity, 5, 33)]
    public void The_interval_of_the_median_matches_R_on_every_scale(SurvivalBand band, double lower, double upper, double otherLower, double otherUpper)
    {
        // R survival 3.5-3: survfit(Surv(time, status) ~ x, aml, conf.type = …).
        var curves = Spells.Leukaemia().Curves(new() { By = "x", Band = band });
        Assert.Equal((31, 23), (curves["Maintained"].Fit.Median, curves["Nonmaintained"].Fit.Median));
        Assert.Equal((lower, upper), Bounds(curves["Maintained"].Fit));
        Assert.Equal((otherLower, otherUpper), Bounds(curves["Nonmaintained"].Fit));
    }

    [Fact]
    public void A_curve_flat_at_one_half_has_its_median_in_the_middle_and_at_its_end_where_it_stays_flat()
    {
        // R survival 3.5-3: survfit of 1, 2, 3, 4, all events: 2.5; only the first two events: 2.
        Assert.Equal(2.5, SurvivalData.Of([1, 2, 3, 4], [true, true, true, true]).Curves().Fit.Median);
        Assert.Equal(2, SurvivalData.Of([1, 2, 3, 4], [true, true, false, false]).Curves().Fit.Median);
    }

    [Fact]
    public void Late_entry_matches_R()
    {
        // R survival 3.5-3: summary(survfit(Surv(entry, stop, event) ~ 1)) on the generated spells.
        var fit = Spells.Generated().Curves().Fit;
        (double Time, int AtRisk, int Events, double Survival, double Error)[] expected =
        [
            (1, 13, 1, 0.92307692308, 0.07390530176), (2, 33, 3, 0.83916083916, 0.08153499973), (3, 45, 3, 0.78321678322, 0.08224843205),
            (4, 52, 3, 0.73803119957, 0.08153576521), (5, 57, 4, 0.68623953644, 0.07982036678), (6, 66, 7, 0.61345655530, 0.07594720328),
        ];
        foreach (var (point, known) in fit.Points.Zip(expected).Append((fit.Points[^1], (24, 2, 1, 0.07215219662, 0.05448098262))))
        {
            Assert.Equal((known.Item1, known.Item2, known.Item3), (point.Time, point.AtRisk, point.Events));
            Assert.Equal(known.Item4, point.Survival, 10);
            Assert.Equal(known.Item5, point.StandardError, 10);
        }
    }

    [Fact]
    public void The_Telco_customers_match_R()
    {
        // R survival 3.5-3: summary(survfit(Surv(tenure, Churn == "Yes") ~ 1), times = c(1, 6, 12, 24, 36, 48, 60, 72)); month-to-month median 35 (32–38).
        var data = Spells.Telco();
        double[] expected = [.9459613, .8848262, .8431996, .7887364, .7485454, .7088402, .6644039, .5927902];
        Assert.Equal(expected, new[] { 1.0, 6, 12, 24, 36, 48, 60, 72 }.Select(time => Math.Round(data.Curves().Fit.SurvivalAt(time), 7)));
        var monthly = data.Curves(new() { By = "Contract" })["Month-to-month"].Fit;
        Assert.Equal((35.0, 32.0, 38.0), (monthly.Median, monthly.MedianInterval!.Value.Lower, monthly.MedianInterval.Value.Upper));
    }

    [Fact]
    public void The_picture_steps_down_and_counts_those_at_risk_below()
    {
        var chart = (LineChart)Spells.Leukaemia().Curves(new() { By = "x" }).ToChart()!;
        Assert.True(chart.Stepped);
        Assert.Equal([0, 26, 53, 80, 100, 130], chart.Below!.At);
        Assert.Equal([11, 6, 1, 1, 1, 1], chart.Below.Rows[1]);
        Assert.Equal([12, 5, 0, 0, 0, 0], chart.Below.Rows[0]);
        Assert.All(chart.Series[0].Values.Zip(chart.X), pair => Assert.Equal(double.IsNaN(pair.First), (double)pair.Second > 45));
    }

    [Fact]
    public void Curves_without_events_or_beyond_what_was_observed_are_refused()
    {
        Assert.Contains("2 spells without any event", Assert.Throws<InsufficientDataException>(
            () => SurvivalData.Of([1, 2], [false, false]).Curves()).Message, StringComparison.Ordinal);
        var beyond = Assert.Throws<InsufficientDataException>(() => SurvivalData.Of([1, 2], [true, false]).Curves(new() { Until = 3 }));
        Assert.Equal(("durations up to 2", "durations up to the horizon 3"), (beyond.Found, beyond.Needed));
        Assert.Throws<UserOpsException>(() => SurvivalData.Of([1, 2], [true, false]).Curves(new() { Level = double.NaN }));
        Assert.Contains("Found no time under observation in group 'All'", Assert.Throws<InsufficientDataException>(() => SurvivalData.Of([0, 0], [true, true]).Curves()).Message, StringComparison.Ordinal);
        Assert.Contains("The survival at NaN was asked for", Assert.Throws<UserOpsException>(() => SurvivalData.Of([1, 2], [true, false]).Curves().MetricAt(double.NaN)).Message, StringComparison.Ordinal);
        var unlived = SurvivalData.Of([3, 4, 0], [true, false, false], columns: new("t", [UserOps.Data.TextColumn.From("g", ["a", "a", "b"])]));
        Assert.Contains("Found no time under observation in group 'b'", Assert.Throws<InsufficientDataException>(() => unlived.Curves(new() { By = "g" })).Message, StringComparison.Ordinal);
    }

    private static (double Lower, double Upper) Bounds(KaplanMeier fit) => (fit.MedianInterval!.Value.Lower, fit.MedianInterval.Value.Upper);

    private sealed class Close : IEqualityComparer<(double, double, double, double)>
    {
        public bool Equals((double, double, double, double) x, (double, double, double, double) y) =>
            Math.Abs(x.Item1 - y.Item1) + Math.Abs(x.Item2 - y.Item2) + Math.Abs(x.Item3 - y.Item3) + Math.Abs(x.Item4 - y.Item4) < 1e-9;

        public int GetHashCode((double, double, double, double) value) => 0;
    }
}
