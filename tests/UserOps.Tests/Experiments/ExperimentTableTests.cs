using UserOps.Data;
using UserOps.Experiments;
using UserOps.Experiments.Effects;
using UserOps.Experiments.Integrity;
using UserOps.Experiments.Metrics;
using UserOps.Experiments.Reporting;
using UserOps.Statistics;
using UserOps.Testing;

namespace UserOps.Tests.Experiments;

public class ExperimentTableTests
{
    [Fact]
    public void Cookie_Cats_is_compared_as_published_and_its_arms_are_found_unequal()
    {
        var table = TypedTable.Open(PublicData.Path("cookie-cats/cookie_cats.csv.gz"));
        var report = table.Experiment(new("version") { Id = "userid", Metrics = table.Metrics("retention_7", "retention_1", "sum_gamerounds") });
        // Published (DataCamp): .190201 / .182000 and .448188 / .442283; χ² of the arms 6.902405, p .0086; Newcombe by statsmodels 0.13.
        var d7 = report.Effects["retention_7"];
        Assert.Equal((0.190201, 0.182000), (Math.Round(d7.Control!.Value, 6), Math.Round(d7.Treatment!.Value, 6)));
        Assert.Equal(0.00155425, d7.Effect!.Absolute.PValue, 8);
        Assert.Equal(-0.013281940871914845, d7.Effect.Absolute.Interval.Lower, 9);
        Assert.Equal(-0.00312130268876128, d7.Effect.Absolute.Interval.Upper, 9);
        Assert.Equal(0.0744097, report.Effects["retention_1"].Effect!.Absolute.PValue, 7);
        var rounds = report.Effects["sum_gamerounds"];
        Assert.Equal(-0.885437, rounds.Effect!.Absolute.Statistic!.Value, 6);
        Assert.Equal(0.375924, rounds.Effect.Absolute.PValue, 6);
        Assert.Contains("Heavy tail", Assert.Single(rounds.Notes), StringComparison.Ordinal);
        Assert.Equal(6.902405, report.Integrity.SampleRatio.ChiSquareStatistic, 6);
        Assert.Equal(0.00869223438909097, report.Integrity.SampleRatio.PValue, 6); // scipy.stats.binom_test(44700, 90189, .5)
        Assert.Equal(Decision.Hold, report.Verdict.Decision);
        Assert.Contains("sample ratio", report.Verdict.Sentence, StringComparison.Ordinal);
        Assert.Contains(report.Integrity.Checks, check => check is { Name: "Bots and outliers", Status: CheckStatus.Warning });
    }

    [Fact]
    public void Without_its_outlier_Cookie_Cats_has_no_heavy_tail()
    {
        var table = TypedTable.Open(PublicData.Path("cookie-cats/cookie_cats.csv.gz"));
        var rounds = new ExperimentMetric.Mean("rounds", new Measure.Column("sum_gamerounds")) { WinsorizeAt = 0.999 };
        var report = table.Experiment(new("version") { Metrics = [rounds] });
        Assert.Empty(report.Effects["rounds"].Notes);
        Assert.InRange(report.Effects["rounds"].Effect!.Absolute.PValue, 0.5, 1);
    }

    [Fact]
    public void The_landing_pages_that_contradict_the_group_and_the_duplicate_are_found_without_being_named()
    {
        var table = TypedTable.Open(PublicData.Path("udacity-ab/ab_data.csv.gz"));
        var report = table.Experiment(new("group") { Id = "user_id", At = "timestamp", Metrics = table.Metrics("converted") });
        // Published: 3,893 contradictions; then 145,274 with 17,489 conversions and 145,310 with 17,264; z 1.3109242, two-sided p .189883.
        Assert.Contains(report.Integrity.Checks, check => check is { Name: "What was shown", Status: CheckStatus.Failed } && check.Finding.StartsWith("3,893 rows", StringComparison.Ordinal) && check.Finding.Contains("landing_page", StringComparison.Ordinal));
        Assert.Contains(report.Integrity.Checks, check => check is { Name: "Repeated rows", Status: CheckStatus.Warning } && check.Finding.StartsWith("1 rows", StringComparison.Ordinal));
        var converted = report.Effects["converted"];
        Assert.Equal((145_274, 145_310), (converted.ControlCount, converted.TreatmentCount));
        Assert.Equal(17_489.0 / 145_274, converted.Control!.Value, 10);
        Assert.Equal(0.189883, converted.Effect!.Absolute.PValue, 5);
        Assert.Equal(22, report.OverDays().Points.Count, 1.5);
    }

    [Fact]
    public void Several_arms_are_each_compared_with_control()
    {
        var table = TypedTable.Open(PublicData.Path("hillstrom/hillstrom.csv.gz"));
        var report = table.Experiment(new("segment") { Metrics = table.Metrics("visit", "conversion", "spend"), Segments = ["channel"] });
        Assert.Equal("No E-Mail", report.Effects.Comparisons.Count > 0 ? "No E-Mail" : "");
        Assert.Equal(6, report.Effects.Comparisons.Count);
        Assert.All(report.Effects.Comparisons, one => Assert.True(one.AdjustedPValue >= one.Effect!.Absolute.PValue));
        Assert.Equal(0.90369, report.Integrity.SampleRatio.PValue, 5);
        Assert.Equal(Decision.Ship, report.Verdict.Decision);
        Assert.Equal("Mens E-Mail", report.Verdict.Deciding!.Arm);
        Assert.NotNull(report.Segments().InteractionPValue);
        Assert.NotNull(report.Methods.Stratified);
    }

    [Fact]
    public void Strata_are_the_combinations_of_all_properties()
    {
        // pandas on Hillstrom, men's e-mail against none, visits by channel × zip_code: Σ w(t − c), w the share of all units in a stratum.
        var table = TypedTable.Open(PublicData.Path("hillstrom/hillstrom.csv.gz"));
        StratifiedEffect By(params string[] properties) => table.Experiment(new("segment") { Metrics = table.Metrics("visit"), Segments = properties }).Methods.Stratified!;
        var both = By("channel", "zip_code");
        Assert.Equal(["channel", "zip_code"], both.Properties);
        Assert.Equal("Mens E-Mail", both.Arm);
        Assert.Equal(0.07622576370752512, both.Contrast.Difference, 11);
        Assert.Equal(0.0033777086383840037, both.Contrast.StandardError, 11);
        Assert.Equal(0.07647791238501873, By("channel").Contrast.Difference, 11);
        Assert.Equal(0, both.LeftOut);
        // More combinations than users can fill: the last property is not used.
        Assert.Equal(["recency", "history_segment", "zip_code"], By("recency", "history_segment", "zip_code", "newbie", "channel").Properties.Take(3));
        Assert.Equal(4, By("recency", "history_segment", "zip_code", "newbie", "channel").Properties.Count);
    }

    [Fact]
    public void Rows_of_a_unit_count_together_with_robust_errors()
    {
        int[] cluster = [1, 1, 1, 2, 3, 3, 3, 3, 4, 4, 5, 5, 5, 5, 5, 6, 7, 7, 8, 8, 8, 9, 9, 9, 9, 10, 11, 11, 12, 12, 12, 12, 12, 12];
        double[] y = [3, 5, 2, 8, 1, 4, 4, 6, 7, 2, 9, 3, 3, 5, 8, 1, 6, 2, 7, 4, 4, 5, 2, 6, 8, 3, 1, 5, 2, 7, 9, 4, 6, 3];
        var table = new TypedTable("visits", [TextColumn.From("unit", cluster.Select(one => $"u{one}")), TextColumn.From("arm", cluster.Select(one => one % 2 == 1 ? "control" : "new")), new NumberColumn("value", y)]);
        var effect = table.Experiment(new("arm") { Id = "unit", Repeated = RepeatedRows.Cluster, Metrics = table.Metrics("value") }).Effects["value"].Effect!.Absolute;
        // R, sandwich: see ContrastTests.
        Assert.Equal(4.785714 - 4.4, effect.Value, 6);
        Assert.Equal(Math.Sqrt(0.21912 + 0.2070387), effect.StandardError!.Value, 7);
        Assert.Equal((6, 6), (effect.ControlCount, effect.TreatmentCount));
    }

    [Fact]
    public void A_metric_that_is_missing_in_one_arm_more_than_in_the_other_fails()
    {
        var table = Trials.Wide([.. Enumerable.Range(0, 400).Select(i => (i % 2 == 0 ? "control" : "new", i % 4 == 1 ? double.NaN : i % 5))]);
        var report = table.Experiment(Trials.Table(table));
        Assert.Contains(report.Integrity.Checks, check => check is { Name: "Missing: value", Status: CheckStatus.Failed });
        Assert.Equal((200, 100), (report.Effects["value"].ControlCount, report.Effects["value"].TreatmentCount));
        Assert.Equal(Decision.Hold, report.Verdict.Decision);
    }

    [Fact]
    public void What_cannot_be_compared_is_refused_and_never_answered_with_nothing()
    {
        var constant = Trials.Wide([.. Enumerable.Range(0, 100).Select(i => (i % 2 == 0 ? "control" : "new", 3.5))]);
        var refused = constant.Experiment(Trials.Table(constant));
        Assert.Null(refused.Effects["value"].Effect);
        Assert.Contains("no variation", refused.Effects["value"].Refusal, StringComparison.Ordinal);
        Assert.Equal(Decision.Hold, refused.Verdict.Decision);
        Assert.Null(refused.Lift);
        var nobody = Trials.Wide([.. Enumerable.Range(0, 100).Select(i => (i % 2 == 0 ? "control" : "new", 0.0))]);
        Assert.Contains("nobody who did it", nobody.Experiment(Trials.Table(nobody)).Effects["value"].Refusal, StringComparison.Ordinal);
        var negative = new TypedTable("trial", [.. Trials.Wide([.. Enumerable.Range(0, 100).Select(i => (i % 2 == 0 ? "control" : "new", i % 7.0))]).Columns, new NumberColumn("per", [.. Enumerable.Range(0, 100).Select(i => i % 9 - 1.0)])]);
        var ratio = negative.Experiment(new("arm") { Metrics = [new ExperimentMetric.Ratio("ratio", new Measure.Column("value"), new Measure.Column("per"))] });
        Assert.Contains("negative", ratio.Effects["ratio"].Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_covariate_column_makes_the_interval_narrower()
    {
        var table = TypedTable.Open(PublicData.Path("tea-tasting/tea_tasting_users_n4000_seed42.csv"));
        var revenue = new ExperimentMetric.Mean("revenue", new Measure.Column("revenue")) { Covariates = [new Measure.Column("orders_covariate"), new Measure.Column("sessions_covariate"), new Measure.Column("revenue_covariate")] };
        var report = table.Experiment(new("variant") { Metrics = [revenue, new ExperimentMetric.Quantile("median", new Measure.Column("revenue"), 0.8)] });
        Assert.Equal(0.7289541696855775, report.Effects["revenue"].Effect!.Absolute.Value, 8);
        Assert.Equal(0.005769274212908043, report.Effects["revenue"].Effect!.Absolute.PValue, 8);
        Assert.True(report.Methods.Gain!.Value > 0.2);
        Assert.NotNull(report.Effects["median"].Effect);
        Assert.Throws<MissingDataException>(() => report.Segments());
        var drawn = table.Experiment(new("variant") { Metrics = [new ExperimentMetric.Bootstrapped("revenue", new Measure.Column("revenue"), new ArmStatistic.Mean())], Seed = 3 }).Effects["revenue"];
        var welch = table.Experiment(new("variant") { Metrics = table.Metrics("revenue") }).Effects["revenue"];
        Assert.Equal(welch.Control!.Value, drawn.Control!.Value, 9);
        Assert.Equal(welch.Effect!.Absolute.Value, drawn.Effect!.Absolute.Value, 9);
        Assert.Equal(1, drawn.Effect.Absolute.StandardError!.Value / welch.Effect.Absolute.StandardError!.Value, 0.03);
        Assert.StartsWith("BCa bootstrap of the mean", drawn.Effect.Absolute.Method, StringComparison.Ordinal);
        Assert.Equal(0.117731780, Contrast.OfMeans(SampleMoments.Of([[.. Orders(table, 0)]]), SampleMoments.Of([[.. Orders(table, 1)]])).Absolute().PValue, 8);
    }

    private static IEnumerable<double> Orders(TypedTable table, int arm)
    {
        double[] orders = table.Get<NumberColumn>("orders").Values;
        return orders.Where((_, row) => Convert.ToDouble(table.Get<Column>("variant").ValueAt(row), System.Globalization.CultureInfo.InvariantCulture) == arm);
    }

    private static TypedTable Wide(int rows, Func<int, double> pay, Func<int, double> pages, Func<int, string?>? arm = null) => new("wide",
    [
        TextColumn.From("variant", Enumerable.Range(0, rows).Select(arm ?? (i => i % 2 == 0 ? "control" : "new"))),
        new NumberColumn("pay", [.. Enumerable.Range(0, rows).Select(pay)]), new NumberColumn("pages", [.. Enumerable.Range(0, rows).Select(pages)]),
    ]);

    [Fact]
    public void A_denominator_of_0_for_a_whole_arm_is_refused_whatever_the_other_arm_has()
    {
        for (int rows = 10; rows <= 400; rows += 30)
        {
            var report = Wide(rows, i => i % 7 * 0.3, i => i % 2 == 0 ? 0 : 1.1 * (i % 5) + 0.1).Experiment(new("variant") { Metrics = [new ExperimentMetric.Ratio("r", new Measure.Column("pay"), new Measure.Column("pages"))] });
            Assert.Contains("denominators that sum to zero", report.Effects["r"].Refusal, StringComparison.Ordinal);
            Assert.Null(report.Effects["r"].Control);
        }
    }

    [Fact]
    public void A_metric_that_its_covariates_repeat_is_refused()
    {
        var random = new Random(4);
        double[] noise = [.. Enumerable.Range(0, 300).Select(_ => 10 * random.NextDouble())];
        var report = Wide(300, i => noise[i], i => noise[i]).Experiment(new("variant") { Metrics = [new ExperimentMetric.Mean("pay", new Measure.Column("pay")) { Covariates = [new Measure.Column("pages")] }] });
        Assert.Contains("covariates", report.Effects["pay"].Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void With_few_units_for_each_covariate_none_is_taken_out_and_the_note_says_so()
    {
        var random = new Random(5);
        ExperimentMetric[] metrics = [new ExperimentMetric.Mean("pay", new Measure.Column("pay")) { Covariates = [new Measure.Column("pages")] }];
        var few = Wide(38, _ => random.NextDouble(), i => i).Experiment(new("variant") { Metrics = metrics }).Effects["pay"];
        Assert.Null(few.Cuped);
        Assert.Contains(few.Notes, note => note.StartsWith("Covariates are left in: 19 units", StringComparison.Ordinal));
        var enough = Wide(40, _ => random.NextDouble(), i => i).Experiment(new("variant") { Metrics = metrics }).Effects["pay"];
        Assert.NotNull(enough.Cuped);
    }

    [Fact]
    public void Rows_without_an_arm_are_told()
    {
        var report = Wide(400, i => i % 3, i => 1, i => i % 4 == 3 ? null : i % 2 == 0 ? "control" : "new").Experiment(new("variant") { Metrics = [new ExperimentMetric.Mean("pay", new Measure.Column("pay"))] });
        var check = Assert.Single(report.Integrity.Checks, check => check.Name == "Rows without an arm");
        Assert.Equal(CheckStatus.Warning, check.Status);
        Assert.StartsWith("100 rows", check.Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quantile_that_is_refused_shows_no_mean_in_its_place()
    {
        var constant = Wide(100, _ => 0, _ => 1).Experiment(new("variant") { Metrics = [new ExperimentMetric.Quantile("median", new Measure.Column("pay"), 0.5)] }).Effects["median"];
        Assert.NotNull(constant.Refusal);
        Assert.Null(constant.Control);
    }
}
