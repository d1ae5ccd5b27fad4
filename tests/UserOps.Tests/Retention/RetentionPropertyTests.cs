using CsCheck;
using UserOps.Data;
using UserOps.Retention;
using UserOps.Time;

namespace UserOps.Tests.Retention;

public class RetentionPropertyTests
{
    private static readonly Calendar Sundays = new(TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo"), DayOfWeek.Sunday);

    private static readonly RetentionKind[] Kinds =
        [new RetentionKind.NDay(1, 2, 3, 7), new RetentionKind.Unbounded(1, 2, 5), new RetentionKind.Bracket(new(1, 2), new(4, 8))];

    private static readonly Gen<RetentionDefinition> Definitions =
        from grain in Gen.Enum<Grain>()
        from cohorts in Gen.Enum<CohortKind>()
        from boundary in Gen.Enum<DayBoundary>()
        from kind in Gen.Int[0, 2]
        from start in Gen.Bool
        from back in Gen.Bool
        select new RetentionDefinition
        {
            Grain = grain,
            Cohorts = cohorts,
            Kind = Kinds[kind],
            StartEvents = start ? ["visit"] : [],
            ReturnEvents = back ? ["visit"] : [],
            Boundary = grain == Grain.Month ? DayBoundary.Calendar : boundary,
        };

    private static readonly Gen<(RetentionDefinition, EventRow[])> Questions = Gen.Select(Definitions, Journeys.Random);

    private static string Numbers(RetentionResult result) => string.Join('\n', result.Cohorts.Select(cohort => $"{cohort.Users}: {string.Join(' ', cohort.Retained)}"));

    [Fact]
    public void Counts_equal_those_of_a_naive_reference() => Questions.Sample(
        (definition, rows) => Assert.Equal(
            NaiveRetention.Of(rows, definition, Sundays), Numbers(Dataset.From(events: rows, calendar: Sundays).Retention(definition))),
        iter: 1000);

    [Fact]
    public void Names_of_users_and_order_of_rows_change_nothing() => Questions.Sample(
        (definition, rows) => Assert.Equal(
            Numbers(Dataset.From(events: rows).Retention(definition)),
            Numbers(Dataset.From(events: rows.Reverse().Select(row => row with { UserId = "x" + row.UserId })).Retention(definition))),
        iter: 100);

    [Fact]
    public void A_shift_by_whole_weeks_changes_nothing_by_day_and_week() => Questions.Where((definition, _) => definition.Grain != Grain.Month).Sample(
        (definition, rows) => Assert.Equal(
            Numbers(Dataset.From(events: rows).Retention(definition)),
            Numbers(Dataset.From(events: rows.Select(row => row with { At = row.At.AddDays(-21) })).Retention(definition))),
        iter: 100);

    [Fact]
    public void A_user_without_events_changes_nothing() => Questions.Sample(
        (definition, rows) => Assert.Equal(
            Numbers(Dataset.From(events: rows).Retention(definition)), Numbers(Dataset.From(users: [new("silent")], events: rows).Retention(definition))),
        iter: 100);

    [Fact]
    public void A_weighted_mean_lies_between_the_lowest_and_the_highest_cohort() => Questions.Sample((definition, rows) =>
    {
        var result = Dataset.From(events: rows).Retention(definition);
        for (int cell = 0; cell < result.Ranges.Count; cell++)
            if (result.Curve.Points[cell].Rate is { } mean)
                Assert.InRange(mean, result.Cohorts.Min(cohort => cohort.Rate(cell))!.Value, result.Cohorts.Max(cohort => cohort.Rate(cell))!.Value);
    }, iter: 200);

    [Fact]
    public void Groups_add_up_to_the_whole() => Questions.Sample((definition, rows) =>
    {
        var tagged = rows.Select((row, i) => row with { Properties = new Dictionary<string, string> { ["platform"] = $"p{i % 3}" } });
        var result = Dataset.From(events: tagged).Retention(definition with { By = new Breakdown.OfEvent("platform") });
        Assert.Equal(result.Cohorts.Sum(cohort => cohort.Users), result.Groups.Sum(group => group.Users));
        Assert.Equal(result.Curve.Points.Select(point => point.Retained), Enumerable.Range(0, result.Ranges.Count).Select(cell => result.Groups.Sum(group => group.Points[cell].Retained)));
    }, iter: 100);
}
