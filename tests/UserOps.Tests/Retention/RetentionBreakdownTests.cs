using UserOps.Data;
using UserOps.Retention;
using UserOps.Time;

namespace UserOps.Tests.Retention;

public class RetentionBreakdownTests
{
    private static readonly RetentionDefinition Daily = new() { Grain = Grain.Day, Kind = new RetentionKind.NDay(1) };

    [Fact]
    public void Groups_by_a_user_property_come_by_size_and_users_without_it_are_a_group()
    {
        var data = Dataset.From(
            users: [new("a", null, "ads"), new("b", null, "ads"), new("c", null, "search"), new("d")],
            events: Journeys.Visits(("a", [0, 1]), ("b", [0]), ("c", [0, 1]), ("d", [0])));
        var groups = data.Retention(Daily with { By = new Breakdown.OfUser("channel") }).Groups;
        Assert.Equal([("ads", 2, 1), ("(none)", 1, 0), ("search", 1, 1)], groups.Select(group => (group.Name, (int)group.Users, (int)group.Points[0].Retained)));
    }

    [Fact]
    public void A_group_by_an_event_property_is_that_of_the_start_event()
    {
        var data = Dataset.From(events: [On("a", 0, "web"), On("a", 1, "app"), On("b", 0, "app"), On("b", 1, "app"), On("c", 0, "web")]);
        var groups = data.Retention(Daily with { By = new Breakdown.OfEvent("platform") }).Groups;
        Assert.Equal([("web", 2, 1), ("app", 1, 1)], groups.Select(group => (group.Name, (int)group.Users, (int)group.Points[0].Retained)));
        var recurring = data.Retention(Daily with { By = new Breakdown.OfEvent("platform"), Cohorts = CohortKind.Recurring }).Groups;
        Assert.Equal([("app", 3), ("web", 2)], recurring.Select(group => (group.Name, (int)group.Users)));
    }

    [Fact]
    public void An_unknown_property_lists_the_known_ones()
    {
        var error = Assert.ThrowsAny<UserOpsException>(() =>
            Dataset.From(events: [On("a", 0, "web")]).Retention(Daily with { By = new Breakdown.OfEvent("device") }));
        Assert.Contains("platform", error.Message, StringComparison.Ordinal);
    }

    private static EventRow On(string user, int day, string platform) =>
        new(user, "visit", Journeys.Noon(day)) { Properties = new Dictionary<string, string> { ["platform"] = platform } };
}
