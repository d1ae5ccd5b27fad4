using UserOps.Campaigns;
using UserOps.Data;
using UserOps.Display;
using UserOps.Testing;
using UserOps.Time;

namespace UserOps.Tests.Campaigns;

public class IncrementalityTests
{
    private static readonly Intervention When = new("x", ["a"], Panels.Days(60, 80));

    /// <summary>Five units that grow alike; a fifth more in unit a from day 60 on.</summary>
    private static Panel Growing(double effect = 0.2)
    {
        var random = new Random(8);
        return Panels.OfDays([.. Enumerable.Range(0, 5).Select(unit => Enumerable.Range(0, 80).Select(day =>
            (10 + unit * 5) * (1 + day / 80.0) * (0.95 + 0.1 * random.NextDouble()) * (unit == 0 && day >= 60 ? 1 + effect : 1)).ToArray())]);
    }

    [Fact]
    public void Growth_deceives_the_plain_comparison_and_not_the_others()
    {
        var result = Growing().Incrementality(When);
        Assert.Equal(["Plain before–after", "Difference in differences", "Synthetic control", "Causal impact"], result.Effects.Select(one => one.Method));
        Assert.True(result.Effects[0].Lift > 0.5);
        Assert.All(result.Effects.Skip(1), one => Assert.Equal(0.2, one.Lift!.Value, 0.05));
        Assert.All(result.Effects.Skip(1), one => Assert.True(one.Interval!.Value.Contains(0.2)));
        Assert.Equal("Causal impact", result.Preferred!.Method);
    }

    [Fact]
    public void A_method_that_the_data_do_not_allow_is_named_with_the_reason()
    {
        var result = Panels.Seven.Incrementality(Panels.FromFifth("a", "b"));
        Assert.Equal(["Synthetic control", "Causal impact"], result.Missing.Keys);
        Assert.Contains(result.ToTable().Rows, row => (string?)row[0] == "Causal impact" && ((string)row[6]!).StartsWith("Found 4 steps before", StringComparison.Ordinal));
    }

    [Fact]
    public void Placebos_in_time_find_nothing_where_nothing_was()
    {
        var placebos = Growing().PlacebosInTime(When, (panel, when) => panel.CausalImpact(when).Incremental);
        Assert.Equal(2, placebos.Placebos.Count);
        Assert.Equal(0, placebos.FalseAlarms);
        Assert.Equal(1 / 3.0, placebos.PValue);
        Assert.Throws<InsufficientDataException>(() => Panels.Seven.PlacebosInTime(Panels.FromFifth("a"), (panel, when) => panel.SyntheticControl(when).Incremental));
    }

    [Fact]
    public void Placebos_are_not_held_against_a_campaign_without_a_lift()
    {
        var found = Assert.Throws<InsufficientDataException>(() => Growing().PlacebosInTime(When, (panel, when) => panel.CausalImpact(when).Incremental with { Lift = when == When ? null : 0.1 }));
        Assert.Contains("take another measure", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_panel_of_an_export_counts_by_property_and_whole_step()
    {
        var tables = RecordTables.Make(
            [new("ann", Journeys.Noon(0), "north"), new("bob", Journeys.Noon(8), "south"), new("cai", null, null)],
            Journeys.Visits(("ann", [0, 1, 1, 8]), ("bob", [8, 9, 15]), ("cai", [3, 21])), [new("ann", Journeys.Noon(1), 50), new("bob", Journeys.Noon(9), 30, Refund: 5)]);
        var data = Dataset.FromTables(tables);
        var by = new PanelDefinition { By = new("channel"), Grain = Grain.Week };
        var visits = data.Panel(by);
        Assert.Equal(["north", "south"], visits.Units);
        Assert.Equal(1, visits.LeftOut);
        Assert.Equal([3.0, 1, 0], visits[0].ToArray());
        Assert.Equal([0.0, 2, 1], visits[1].ToArray());
        Assert.Equal([1.0, 1, 0], data.Panel(by with { Measure = new PanelMeasure.ActiveUsers("visit") })[0].ToArray());
        Assert.Equal([0.0, 25, 0], data.Panel(by with { Measure = new PanelMeasure.NetRevenue() })[1].ToArray());
        Assert.Equal([1.0, 0, 0], data.Panel(by with { Measure = new PanelMeasure.NewUsers() })[0].ToArray());
        Assert.Equal([double.NaN, 2, 1], data.Panel(by with { PerKnownUser = true })[1].ToArray());
    }

    [Fact]
    public void An_export_that_lacks_what_the_panel_needs_says_so()
    {
        var data = Journeys.Of(("ann", [0, 1]));
        Assert.Throws<MissingDataException>(() => data.Panel());
        Assert.Throws<MissingDataException>(() => Intervention.Of(data, "x", "north"));
        var users = Dataset.From(users: [new("ann", Journeys.Noon(0), "north")], events: Journeys.Visits(("ann", [0, 1])));
        Assert.Throws<MissingDataException>(() => users.Panel(new() { By = new("channel"), Measure = new PanelMeasure.Events("nothing") }));
        Assert.Throws<UserOpsException>(() => new Panel("x", ["a", "a"], [Panels.Monday], [[1.0], [2.0]]));
        Assert.Throws<UserOpsException>(() => new Panel("x", ["a"], [Panels.Monday], [[1.0, 2.0]]));
    }

    [Fact]
    public void A_long_table_becomes_a_panel()
    {
        var table = new TypedTable("sales", [TextColumn.From("shop", ["a", "b", "a"]), new TimeColumn("day", [Journeys.Noon(0).Ticks, Journeys.Noon(0).Ticks, Journeys.Noon(1).Ticks]), new NumberColumn("sold", [1, 2, 3])]);
        var panel = Panel.From(table, "shop", "day", "sold");
        Assert.Equal([1.0, 3.0], panel[0].ToArray());
        Assert.Equal([2.0, double.NaN], panel[1].ToArray());
    }

    [Fact]
    public void Text_reads_as_the_golden_file() => Golden.Matches(
        $"{Growing().Incrementality(When)}\n\n{Growing().PlacebosInTime(When, (panel, when) => panel.CausalImpact(when).Incremental)}", "incrementality.txt");

    [Fact]
    public void It_renders_in_every_way()
    {
        foreach (AnalysisResult result in new AnalysisResult[] { Growing(), Growing().Incrementality(When) })
        {
            Assert.NotNull(result.Render()[MimeBundle.Html]);
            Assert.StartsWith("<svg", result.ToChart()!.ToSvg().TrimStart(), StringComparison.Ordinal);
        }
    }
}
