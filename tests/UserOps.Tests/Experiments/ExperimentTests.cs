using UserOps.Data;
using UserOps.Experiments;
using UserOps.Experiments.Effects;
using UserOps.Experiments.Integrity;
using UserOps.Experiments.Metrics;
using UserOps.Experiments.Reporting;
using UserOps.Testing;

namespace UserOps.Tests.Experiments;

public class ExperimentTests
{
    private static readonly ExperimentDefinition Payers = new() { Metrics = [Trials.Paid], WithinDays = 7 };

    [Fact]
    public void What_users_do_counts_from_exposure_to_the_end_of_the_window()
    {
        var data = Trials.Of(
            [("a", "control", 0), ("b", "control", 0), ("c", "treatment", 0), ("d", "treatment", 0), ("late", "treatment", 38)],
            [
                new("a", "pay", Journeys.Noon(0).AddHours(-1)), new("b", "pay", Journeys.Noon(7)), new("c", "pay", Journeys.Noon(0)), new("d", "pay", Journeys.Noon(6)), new("d", "pay", Journeys.Noon(3)),
                new("late", "pay", Journeys.Noon(38)), new("a", "visit", Journeys.Noon(40)),
            ],
            [new("c", Journeys.Noon(1), 30, Refund: 10), new("c", Journeys.Noon(-1), 99), new("b", Journeys.Noon(2), 8), new("b", Journeys.Noon(9), 8)]);
        var report = data.Experiment(Payers with { Metrics = [Trials.Paid, .. data.Metrics("orders", "revenue")] });
        // a paid before, b exactly at the end (not counted), c at exposure (counted), d twice (once); late has not had seven days.
        Assert.Equal((0, 1, 2, 2), (report.Effects["Payers"].Control, report.Effects["Payers"].Treatment, report.Effects["Payers"].ControlCount, report.Effects["Payers"].TreatmentCount));
        Assert.Equal((0.5, 0.5), (report.Effects["Orders a user"].Control, report.Effects["Orders a user"].Treatment));
        Assert.Equal((4, 10), (report.Effects["Revenue a user"].Control, report.Effects["Revenue a user"].Treatment));
        Assert.Contains(report.Integrity.Checks, check => check is { Name: "Time to react", Status: CheckStatus.Warning } && check.Finding.StartsWith("1 units", StringComparison.Ordinal));
    }

    [Fact]
    public void A_clear_gain_is_shipped_and_a_clear_loss_stopped()
    {
        var gain = Trials.Payers(1000, 200, 1000, 260).Experiment(Payers).Verdict;
        Assert.Equal(Decision.Ship, gain.Decision);
        Assert.Contains("improves Payers: +6.00", gain.Sentence, StringComparison.Ordinal);
        Assert.Equal(Decision.Stop, Trials.Payers(1000, 260, 1000, 200).Experiment(Payers).Verdict.Decision);
    }

    [Fact]
    public void Too_few_users_keep_it_running_only_while_users_come_in()
    {
        Assert.Equal(Decision.Hold, Trials.Payers(1000, 200, 1000, 205).Experiment(Payers).Verdict.Decision);
        var data = Trials.Of([.. Enumerable.Range(0, 2000).Select(i => ($"u{i}", i % 2 == 0 ? "control" : "treatment", i % 40))],
            [.. Enumerable.Range(0, 2000).Where(i => i % 10 < 2).Select(i => new EventRow($"u{i}", "pay", Journeys.Noon(i % 40))), new("u0", "visit", Journeys.Noon(40))]);
        var running = data.Experiment(new() { Metrics = [Trials.Paid], WithinDays = 1, WorthwhileLift = 0.15 }).Verdict;
        Assert.Equal(Decision.KeepRunning, running.Decision);
        Assert.True(running.Until > Journeys.Monday.AddDays(40));
    }

    [Fact]
    public void A_lift_that_the_interval_rules_out_ends_the_experiment() =>
        Assert.Contains("brings no lift", Trials.Payers(4000, 2000, 4000, 1999).Experiment(Payers with { WorthwhileLift = 0.15 }).Verdict.Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_failed_check_stands_above_the_result_and_changes_the_sentence()
    {
        var report = Trials.Payers(1000, 200, 1200, 320).Experiment(Payers);
        Assert.Equal(Decision.Hold, report.Verdict.Decision);
        Assert.StartsWith("Do not decide on these effects: sample ratio: 1,000 : 1,200", report.Verdict.Sentence, StringComparison.Ordinal);
        Assert.Contains("not to be trusted", report.Effects.ToTable().Title, StringComparison.Ordinal);
        Assert.Equal(Decision.Ship, Trials.Payers(1000, 200, 1200, 320).Experiment(Payers with { Split = new Dictionary<string, double> { ["control"] = 5, ["treatment"] = 6 } }).Verdict.Decision);
    }

    [Fact]
    public void Users_in_two_arms_are_left_out_and_told()
    {
        var data = Trials.Of(
            [("a", "control", 0), ("a", "treatment", 1), ("b", "control", 0), ("b", "control", 2), ("c", "treatment", 0), ("d", "control", 0), ("e", "treatment", 0)],
            [new("b", "pay", Journeys.Noon(1)), new("c", "pay", Journeys.Noon(1)), new("a", "visit", Journeys.Noon(40))]);
        var report = data.Experiment(Payers);
        Assert.Contains(report.Integrity.Checks, check => check is { Name: "Units in two arms", Status: CheckStatus.Failed } && check.Finding.StartsWith("1 units", StringComparison.Ordinal));
        // The earliest exposure of b counts: the payment of day 1 comes after it.
        Assert.Contains(report.Integrity.Checks, check => check is { Name: "Repeated rows", Status: CheckStatus.Warning });
        Assert.Equal(0.5, report.Effects["Payers"].Control);
    }

    [Fact]
    public void A_guardrail_that_is_not_shown_to_hold_holds_the_decision_back_and_a_harmed_one_stops_it()
    {
        (string, double)[] Rows(double harm) => [.. Enumerable.Range(0, 4000).Select(i => (i % 2 == 0 ? "control" : "treatment", i % 2 == 0 ? i % 7 : i % 7 + harm))];
        TypedTable Both(double harm) => new("trial", [.. Trials.Wide(Rows(0.8)).Columns, Trials.Wide(Rows(harm)).Columns[1].Rename("speed")]);
        Decision Decide(double harm, double margin) => Both(harm).Experiment(new("arm")
        {
            Metrics = [new ExperimentMetric.Mean("value", new Measure.Column("value")), new ExperimentMetric.Mean("speed", new Measure.Column("speed")) { Role = MetricRole.Guardrail, Margin = margin }],
        }).Verdict.Decision;
        Assert.Equal(Decision.Ship, Decide(0, 0.1));
        Assert.Equal(Decision.Hold, Decide(0, 0.01));
        Assert.Equal(Decision.Stop, Decide(-0.5, 0.5));
    }

    [Fact]
    public void A_ratio_is_looked_at_by_time_since_exposure_with_users_as_units()
    {
        // Everyone visits each noon for four days after exposure; who pays of the visits changes from day to day.
        (string User, string Arm, int Day)[] users = [.. Enumerable.Range(0, 60).Select(i => ($"u{i}", i % 2 == 0 ? "control" : "treatment", 0))];
        static bool Pays(int user, int day) => (user * 7 + day * 5) % 11 < (user % 2 == 0 ? 3 : 6 - day);
        var data = Trials.Of(users, Enumerable.Range(0, 60).SelectMany(i => Enumerable.Range(0, 4).SelectMany(day => Enumerable.Repeat(new EventRow($"u{i}", "visit", Journeys.Noon(day).AddHours(1)), 1 + i % 3)
            .Concat(Pays(i, day) ? [new EventRow($"u{i}", "pay", Journeys.Noon(day).AddHours(2))] : []))).Append(new("u0", "other", Journeys.Noon(10))));
        var novelty = data.Experiment(new() { Metrics = [new ExperimentMetric.Ratio("pays per visit", new Measure.Events("pay"), new Measure.Events("visit"))], WithinDays = 4 }).Novelty();
        Assert.Equal(4, novelty.Spans.Count);
        foreach (var span in novelty.Spans)
        {
            SampleMoments Arm(int odd) => SampleMoments.Of(
                [.. Enumerable.Range(0, 60).Where(i => i % 2 == odd).Select(i => Pays(i, span.FromDay) ? 1.0 : 0)], [.. Enumerable.Range(0, 60).Where(i => i % 2 == odd).Select(i => 1.0 + i % 3)]);
            var expected = Contrast.OfRatios(Arm(0), Arm(1)).Absolute();
            Assert.Equal(expected.Value, span.Effect!.Value, 1e-12);
            Assert.Equal(expected.Interval.Lower, span.Effect.Interval.Lower, 1e-12);
        }
        Assert.True(novelty.Slope < 0);
        Assert.Contains("fades", novelty.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_of_the_change_before_exposure_is_a_fault_of_the_assignment()
    {
        var data = Trials.Of(
            [("a", "control", 0), ("b", "control", 3), ("c", "treatment", 2), ("d", "treatment", 1)],
            [new("b", "checkout", Journeys.Noon(2)), new("c", "checkout", Journeys.Noon(3)), new("c", "pay", Journeys.Noon(3)), new("a", "checkout", Journeys.Noon(-3)), new("a", "visit", Journeys.Noon(40))]);
        Assert.Contains(data.Experiment(Payers with { Trigger = "checkout" }).Integrity.Checks,
            check => check is { Name: "Exposure after assignment", Status: CheckStatus.Failed } && check.Finding.StartsWith("1 of 4", StringComparison.Ordinal));
    }

    [Fact]
    public void Experiments_are_named_where_there_are_several_and_arms_where_there_is_one()
    {
        var shop = Dataset.Open(Path.Combine(Repository.Root, "data-samples", "shop"), cancellation: TestContext.Current.CancellationToken);
        Assert.Contains("one-page-checkout, winback-coupon", Assert.Throws<UserOpsException>(() => shop.Experiment()).Message, StringComparison.Ordinal);
        Assert.Throws<MissingDataException>(() => shop.Experiment(new() { Experiment = "no-such" }));
        Assert.Throws<MissingDataException>(() => Journeys.Of(("a", [0])).Experiment(Payers));
        Assert.Throws<InsufficientDataException>(() => Trials.Of([("a", "control", 0)], [new("a", "pay", Journeys.Noon(1))]).Experiment(Payers));
        Assert.Throws<InsufficientDataException>(() => Trials.Payers(10, 1, 10, 2).Experiment(Payers with { Split = new Dictionary<string, double> { ["control"] = 1, ["treatment"] = 1, ["third"] = 1 } }));
        Assert.Throws<UserOpsException>(() => Trials.Payers(10, 1, 10, 2).Experiment(Payers with { Control = "old" }));
    }

    [Fact]
    public void The_planted_effect_of_the_shop_is_found_at_its_step()
    {
        var shop = Dataset.Open(Path.Combine(Repository.Root, "data-samples", "shop"), cancellation: TestContext.Current.CancellationToken);
        var report = shop.Experiment(new()
        {
            Experiment = "one-page-checkout",
            Metrics = [.. shop.Metrics("pay", "revenue", "checkout")],
            Until = new(2024, 5, 13),
            Steps = ["checkout", "pay"],
        });
        Assert.True(report.Integrity.IsSound, report.Integrity.ToString());
        Assert.Equal((861, 879), (report.Integrity.SampleRatio.Counts[0], report.Integrity.SampleRatio.Counts[1]));
        Assert.True(report.Effects["Users who pay"].Effect!.Absolute.Interval.Contains(0.039385));
        Assert.True(report.Steps().Steps[1].Effect!.Relative!.Interval.Contains(0.25));
        Assert.True(report.Effects["Revenue a user"].Cuped is not null);
        Assert.NotEmpty(report.OverDays().Points);
    }

    [Fact]
    public void The_report_reads_as_expected() => Golden.Matches(
        Trials.Payers(1000, 200, 1000, 260).Experiment(Payers with { Steps = ["pay"] }).ToString(), "experiment.txt");

    [Fact]
    public void The_pictures_read_as_expected()
    {
        var report = Trials.Payers(1000, 200, 1000, 260).Experiment(Payers);
        Golden.Matches(string.Join("\n", report.Effects.ToChart()!, report.OverDays().ToChart()), "experiment-pictures.txt");
        Assert.Contains("<table", report.Render()[UserOps.Display.MimeBundle.Html], StringComparison.Ordinal);
        Assert.Equal(1, report.ToDataFrame().Rows.Count);
    }
}
