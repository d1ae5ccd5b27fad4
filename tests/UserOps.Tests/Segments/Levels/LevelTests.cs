using CsCheck;
using UserOps.Data;
using UserOps.Segments.Levels;

namespace UserOps.Tests.Segments.Levels;

public class LevelTests
{
    private static readonly LevelDefinition Short = new() { NewDays = 7, LoyalOrders = 3, LoyalDays = 20, ChurnedDays = 10 };
    private static readonly StageDefinition ShortStages = new() { GrowthOrders = 2, MatureOrders = 3, DormantDays = 5, ChurnedDays = 10 };

    // The data run from day 0 to day 30; levels are told at the end of day 30.
    private static readonly Dataset Shop = Dataset.From(
        users: [new("looker", Journeys.Noon(2)), new("silent", Journeys.Noon(1)), new("fresh", Journeys.Noon(29)), new("fan", Journeys.Noon(0)), new("calm", Journeys.Noon(0)), new("gone", Journeys.Noon(3))],
        events: Journeys.Visits(("looker", [2, 28]), ("fan", [30]), ("calm", [25]), ("gone", [19])),
        orders: [Buy("fresh", 29), Buy("fan", 11), Buy("fan", 20), Buy("fan", 30), Buy("calm", 1), Buy("calm", 2), Buy("gone", 4), Buy("gone", 5), Buy("gone", 6)]);

    private static OrderRow Buy(string user, int day) => new(user, Journeys.Noon(day), 10, $"{user}{day}");

    [Fact]
    public void Each_user_is_in_the_first_level_that_fits()
    {
        var levels = Shop.Levels(Short with { At = Journeys.Monday.AddDays(30) });
        Assert.Equal(
            [UserLevel.Potential, UserLevel.Potential, UserLevel.New, UserLevel.Loyal, UserLevel.Active, UserLevel.Churned],
            new[] { "looker", "silent", "fresh", "fan", "calm", "gone" }.Select(id => levels.Of(id)!.Value));
        Assert.Equal([2, 1, 1, 1, 1], levels.Counts);
        Assert.Equal([0, 1, 2, 3, 3], levels.Orders);
        Assert.Equal([0, 10, 20, 30, 30], levels.Revenue);
    }

    [Fact]
    public void Thresholds_include_their_last_day()
    {
        var day = Journeys.Monday.AddDays(29);
        // gone: silent for exactly 10 days since the visit of day 19; fan: orders of days 11 and 20 only.
        Assert.Equal(UserLevel.Active, Shop.Levels(Short with { At = day }).Of("gone"));
        Assert.Equal(UserLevel.Active, Shop.Levels(Short with { At = day }).Of("fan"));
        // Twenty days up to day 30 begin with day 11.
        Assert.Equal(UserLevel.Loyal, Shop.Levels(Short with { At = day.AddDays(1) }).Of("fan"));
        Assert.Equal(UserLevel.Active, Shop.Levels(Short with { At = day.AddDays(1), LoyalDays = 19 }).Of("fan"));
    }

    [Fact]
    public void Stages_tell_silence_first_then_the_number_of_orders()
    {
        var stages = Shop.Stages(ShortStages with { At = Journeys.Monday.AddDays(30) });
        Assert.Equal(
            [LifecycleStage.Introduction, LifecycleStage.Churned, LifecycleStage.Introduction, LifecycleStage.Maturity, LifecycleStage.Growth, LifecycleStage.Churned],
            new[] { "looker", "silent", "fresh", "fan", "calm", "gone" }.Select(id => stages.Of(id)!.Value));
        Assert.Equal(LifecycleStage.Dormant, Shop.Stages(ShortStages with { At = Journeys.Monday.AddDays(29) }).Of("gone"));
    }

    [Fact]
    public void Users_who_come_later_have_no_level_yet_and_stand_apart_in_the_migration()
    {
        var moves = Shop.LevelMigration(4, Short with { At = Journeys.Monday.AddDays(30) });
        Assert.Equal((new(2024, 1, 27), new(2024, 1, 31)), (moves.From, moves.To));
        Assert.Null(Shop.Levels(Short with { At = moves.From }).Of("fresh"));
        Assert.Equal(1, moves["(not yet known)", "new 新"]);
        Assert.Equal(1, moves["active 活跃", "loyal 忠诚"]);
        Assert.Equal(1, moves["active 活跃", "churned 流失"]);
        Assert.Equal(0.3333, moves.Rate("active 活跃", "loyal 忠诚")!.Value, 4);
        Assert.Equal(6, moves.Users);
    }

    [Fact]
    public void Events_can_stand_for_orders_where_an_export_has_none()
    {
        var data = Journeys.Of(("a", [0, 12]), ("b", [1, 2, 3, 12]));
        var levels = data.Levels(new() { KeyEvents = ["visit"], LoyalOrders = 4, LoyalDays = 12, NewDays = 5, ChurnedDays = 10 });
        Assert.Equal((UserLevel.Active, UserLevel.Loyal), (levels.Of("a"), levels.Of("b")));
        Assert.Throws<MissingDataException>(() => data.Levels(Short));
        Assert.Contains("'buy'", Assert.Throws<UserOpsException>(() => data.Levels(Short with { KeyEvents = ["buy"] })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_known_user_is_in_exactly_one_level_and_one_stage_at_every_date_and_migrations_keep_the_totals() =>
        Gen.Select(Journeys.Random, Gen.Int[12, 39], Gen.Int[1, 8], Gen.Int[1, 9], Gen.Int[1, 3]).Sample((rows, day, days, churned, loyal) =>
        {
            var at = Journeys.Monday.AddDays(day + 8);
            var data = Dataset.From(events: rows);
            var definition = new LevelDefinition { At = at, KeyEvents = [rows.Any(row => row.Event == "buy") ? "buy" : "visit"], ChurnedDays = churned, LoyalOrders = loyal, NewDays = 3, LoyalDays = 14 };
            var levels = data.Levels(definition);
            var stages = data.Stages(new() { At = at, KeyEvents = definition.KeyEvents, ChurnedDays = churned + 1, DormantDays = churned });
            var known = rows.Where(row => DateOnly.FromDateTime(row.At) <= at).Select(row => row.UserId).ToHashSet();
            Assert.Equal(known.Count, levels.Counts.Sum());
            Assert.Equal(known.Count, stages.Counts.Sum());
            Assert.All(Enumerable.Range(0, data.Users.Count), user => Assert.Equal(known.Contains(data.Users[user]), levels.ByUser[user] is not null));
            var moves = data.LevelMigration(days, definition);
            Assert.Equal(levels.Counts, Enumerable.Range(0, 5).Select(to => moves.Counts.Sum(row => row[to])));
            Assert.Equal(data.Levels(definition with { At = moves.From }).Counts, moves.Counts.SkipLast(1).Select(row => row.Sum()));
        }, iter: 200);

    [Fact]
    public void Data_that_do_not_reach_back_far_enough_are_refused()
    {
        var refused = Assert.Throws<InsufficientDataException>(() => Shop.Levels(Short with { At = Journeys.Monday.AddDays(10) }));
        Assert.StartsWith("Found 8 days of data before 2024-01-11; more than 10", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Renderings_look_as_they_did()
    {
        var random = new Random(3);
        var data = Dataset.From(
            events: Enumerable.Range(0, 500).Select(_ => new EventRow($"u{random.Next(150)}", "visit", Journeys.Noon(random.Next(120)))),
            orders: Enumerable.Range(0, 200).Select(i => new OrderRow($"u{random.Next(60)}", Journeys.Noon(random.Next(120)), random.Next(5, 90), $"{i}")));
        UserOps.Testing.Golden.Matches(data.Levels().ToString(), "levels.txt");
        UserOps.Testing.Golden.Matches(data.StageMigration(30).ToString(), "stage-migration.txt");
    }

    [Fact]
    public void Thresholds_without_a_meaning_are_refused()
    {
        Assert.Equal("LoyalOrders is 0; 1 or more is needed.", Assert.Throws<UserOpsException>(() => Shop.Levels(Short with { LoyalOrders = 0 })).Message);
        Assert.StartsWith("ChurnedDays (5) must be more than DormantDays (5)", Assert.Throws<UserOpsException>(() => Shop.Stages(ShortStages with { ChurnedDays = 5 })).Message, StringComparison.Ordinal);
        Assert.StartsWith("MatureOrders (2) must be more than GrowthOrders (2)", Assert.Throws<UserOpsException>(() => Shop.Stages(ShortStages with { MatureOrders = 2 })).Message, StringComparison.Ordinal);
        Assert.Throws<UserOpsException>(() => Shop.LevelMigration(0, Short));
    }
}
