using UserOps.Attribution;
using UserOps.Data;

namespace UserOps.Tests.Attribution;

public class AttributionRefusalTests
{
    [Fact]
    public void Paths_without_any_conversion_are_refused() =>
        Assert.Contains("at least one conversion", Assert.Throws<InsufficientDataException>(() => Paths.Of(("a > b", 0, 5))).Message, StringComparison.Ordinal);

    [Fact]
    public void Paths_of_one_channel_are_divided_and_the_reader_is_told()
    {
        var journeys = Paths.Of(("a", 2, 5), ("b", 1, 5));
        Assert.Contains(journeys.Notes, note => note.Contains("one touchpoint", StringComparison.Ordinal));
        Assert.All(AttributionRule.Usual, rule => Assert.Equal(2.0 / 3, journeys.Credit(rule)["a"].Share, 12));
    }

    [Fact]
    public void A_single_channel_gets_all()
    {
        var journeys = Paths.Of(("a > a", 2, 5));
        Assert.All(AttributionRule.Usual, rule => Assert.Equal(1, journeys.Credit(rule)["a"].Share, 12));
    }

    [Fact]
    public void Without_null_paths_the_base_rate_is_1_and_the_reader_is_told()
    {
        var table = Paths.Table(("a > b", 2, 0), ("b", 1, 0));
        var journeys = CustomerJourneys.From(table, new("path", "conversions"));
        Assert.Equal(1, journeys.BaseRate);
        Assert.Contains(journeys.Notes, note => note.Contains("base rate is 1", StringComparison.Ordinal));
        Assert.Contains(journeys.Notes, note => note.Contains("null paths", StringComparison.Ordinal));
    }

    [Fact]
    public void A_separator_that_stands_in_no_path_is_refused_with_the_one_that_does() =>
        Assert.Contains("Is it '>'?", Assert.Throws<UserOpsException>(() => CustomerJourneys.From(Paths.Table(("a > b", 2, 0)), Paths.Columns with { Separator = "|" })).Message, StringComparison.Ordinal);

    [Fact]
    public void A_blank_channel_in_a_path_is_refused_with_its_row() =>
        Assert.Contains("Path 2", Assert.Throws<UserOpsException>(() => Paths.Of(("a > b", 2, 0), ("a > > b", 1, 1))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_count_that_is_none_is_refused(double count) => Assert.Throws<UserOpsException>(() => Paths.Of(("a > b", 2, count)));

    [Fact]
    public void More_than_20_channels_are_refused_for_Shapley_values_with_the_remedy()
    {
        var journeys = Paths.Of([.. Enumerable.Range(0, 21).Select(i => ($"c{i} > c0", 1.0, 1.0))]);
        Assert.Contains("MergeRare(19)", Assert.Throws<UserOpsException>(() => journeys.Credit(new AttributionRule.Shapley())).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(journeys.Attribute(new() { Replicates = 0 }).Rules, one => one.Rule is AttributionRule.Shapley);
        var merged = journeys.MergeRare(19);
        Assert.Equal((20, "(other)"), (merged.Channels.Count, merged.Channels[^1]));
        Assert.Equal(21, merged.Credit(new AttributionRule.Shapley()).Credits.Sum(one => one.Conversions), 9);
    }

    [Fact]
    public void Rules_that_are_none_are_refused()
    {
        var journeys = Paths.Of(("a > b", 2, 1));
        AttributionRule[] none =
        [
            new AttributionRule.Markov(0), new AttributionRule.Markov(6), new AttributionRule.TimeDecay(0), new AttributionRule.TimeDecay(double.NaN),
            new AttributionRule.PositionBased(0.7, 0.4), new AttributionRule.PositionBased(double.NaN, 0.4), new AttributionRule.LastNonDirect("nobody"),
        ];
        Assert.All(none, rule => Assert.Throws<UserOpsException>(() => journeys.Credit(rule)));
        Assert.Throws<UserOpsException>(() => journeys.Attribute(new() { Level = 1 }));
        Assert.Throws<UserOpsException>(() => journeys.MergeRare(0));
    }

    [Fact]
    public void An_export_without_touchpoints_or_without_a_conversion_says_what_is_missing()
    {
        var visits = Dataset.From(events: [new("u", "visit", new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc))]);
        Assert.Contains("no touchpoints", Assert.Throws<MissingDataException>(() => visits.Journeys()).Message, StringComparison.Ordinal);
        var entries = Dataset.From(events: [new("u", "visit", new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc)) { Properties = new Dictionary<string, string> { ["entry"] = "ads" } }]);
        Assert.Contains("neither orders", Assert.Throws<MissingDataException>(() => entries.Journeys()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_journey_a_row_whose_counts_are_yes_and_no_is_read()
    {
        var table = new TypedTable("paths", [TextColumn.From("path", ["a > b", "b > a"]), new FlagColumn("conv", [1, 0])]);
        var journeys = PathTable.Read(table, new("path", "conv"));
        Assert.Equal(1, journeys.Credit(new AttributionRule.LastTouch()).Credits.Single(one => one.Channel == "b").Conversions);
    }
}
