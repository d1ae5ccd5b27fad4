using UserOps.Data;
using UserOps.Uplift;

namespace UserOps.Tests.Uplift;

/// <summary>Experiments of an export: what was known, what came after.</summary>
public class ExposedUsersTests
{
    private static DateTime At(int day, int hour = 12) => Journeys.Noon(day).AddHours(hour - 12);

    private static Dataset Shop(params (string User, string Variant, DateTime At)[] exposures)
    {
        var events = Journeys.Visits(("a", [1, 5, 9, 40]), ("b", [2, 9, 20, 40]), ("c", [3, 4, 40]), ("d", [9, 12]), ("e", [30, 40]));
        OrderRow[] orders = [new("a", At(12), 30), new("b", At(25), 10), new("c", At(10, 9), 5), new("d", At(16), 20)];
        var known = Dataset.From(events: events, orders: orders);
        Dictionary<TableKind, TypedTable> tables = new()
        {
            [TableKind.Events] = known.Table(TableKind.Events),
            [TableKind.Orders] = known.Table(TableKind.Orders),
            [TableKind.Exposures] = new("exposures",
            [
                TextColumn.From("user_id", exposures.Select(one => one.User)), TextColumn.From("variant", exposures.Select(one => one.Variant)),
                new TimeColumn("at", [.. exposures.Select(one => one.At.Ticks)]),
            ]),
        };
        return Dataset.FromTables(tables);
    }

    private static readonly (string, string, DateTime)[] Assigned =
        [("a", "coupon", At(10, 10)), ("b", "control", At(10, 10)), ("c", "coupon", At(10, 10)), ("d", "control", At(12, 15)), ("e", "coupon", At(30, 9)), ("e", "control", At(31))];

    [Fact]
    public void Outcomes_count_from_the_moment_of_assignment_and_features_end_with_the_day_before()
    {
        var users = ExposedUsers.Of(Shop(Assigned), new() { Outcome = new UpliftOutcome.Buys(7) });
        // The day that comes last stands first: d on day 12, then a, b and c on day 10.
        Assert.Equal(["d", "a", "b", "c"], users.Features.Ids);
        // c ordered an hour before, b fifteen days after.
        Assert.Equal([1, 1, 0, 0], users.Outcomes);
        Assert.Equal(["control", "coupon"], users.Arms);
        Assert.Equal([0, 1, 0, 1], users.ArmOf);
        Assert.Equal([1, 3, 2, 2], users.Features.Numbers("events"));
        Assert.Contains("1 users saw several variants", users.LeftOut.Single());
    }

    [Fact]
    public void Amounts_and_events_are_outcomes_too()
    {
        Assert.Equal([20, 30, 0, 0], ExposedUsers.Of(Shop(Assigned), new() { Outcome = new UpliftOutcome.NetRevenue(7) }).Outcomes);
        Assert.Equal([0, 0, 1, 0], ExposedUsers.Of(Shop(Assigned), new() { Outcome = new UpliftOutcome.Does("visit", 28) }).Outcomes);
    }

    [Fact]
    public void Users_who_were_not_known_before_or_are_not_followed_long_enough_are_left_out()
    {
        var users = ExposedUsers.Of(Shop([.. Assigned[..4], ("new", "coupon", At(9)), ("e", "coupon", At(35))]), new() { Outcome = new UpliftOutcome.Buys(7) });
        Assert.Equal(4, users.Count);
        Assert.Contains("1 users were assigned too late", users.LeftOut[0]);
        Assert.Contains("1 users were first seen on the day", users.LeftOut[1]);
        Assert.Contains("none is followed for 60 days", Refusal(() => ExposedUsers.Of(Shop(Assigned), new() { Outcome = new UpliftOutcome.Buys(60) })));
    }

    [Fact]
    public void Missing_tables_and_moments_leave_a_section_blank()
    {
        Assert.Throws<MissingDataException>(() => Journeys.Of(("a", [1, 2])).Uplift());
        Assert.Contains("no experiment 'x'", Assert.Throws<MissingDataException>(() => ExposedUsers.Of(Named(), new() { Experiment = "x" })).Message);
        Assert.Contains("2 experiments (one, two)", Refusal(() => ExposedUsers.Of(Named(), new())));
        Assert.Contains("do not say when", Assert.Throws<MissingDataException>(() => ExposedUsers.Of(Named(withMoments: false), new() { Experiment = "one" })).Message);

        static Dataset Named(bool withMoments = true)
        {
            var plain = Shop(Assigned[..4]);
            var exposures = plain.Table(TableKind.Exposures);
            Column[] columns = [.. withMoments ? exposures.Columns : exposures.Except("at"), TextColumn.From("experiment", ["one", "one", "two", "two"])];
            return Dataset.FromTables(new Dictionary<TableKind, TypedTable> { [TableKind.Events] = plain.Table(TableKind.Events), [TableKind.Exposures] = new("exposures", columns) });
        }
    }

    private static string Refusal(Action ask) => Assert.ThrowsAny<UserOpsException>(ask).Message;
}
