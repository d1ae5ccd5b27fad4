using UserOps.Churn;
using UserOps.Data;
using UserOps.Features;
using UserOps.Tests.Features;

namespace UserOps.Tests.Churn;

public class ChurnAnalysisTests
{
    private static readonly Lazy<ChurnResult> Returns = new(() => RandomReturns.Of(800).Churn());

    private static DateOnly Day(int day) => Journeys.Monday.AddDays(day);

    [Fact]
    public void Who_does_nothing_in_the_horizon_has_left()
    {
        // Horizon of 7 days from day 14: days 14 to 20. a comes on day 20, b on day 21 only, c does something that does not count.
        var data = Dataset.From(events: [.. Journeys.Visits(("a", [8, 20]), ("b", [9, 21]), ("c", [10])), new("c", "push", Journeys.Noon(15))]);
        var definition = new ChurnDefinition { HorizonDays = 7, ActiveWithinDays = 7, Activity = ["visit"] };
        var features = data.Features(new() { CutOff = Day(14), Activity = ["visit"], ActiveWithinDays = 7 });
        Assert.Equal(["a", "b", "c"], features.Ids);
        Assert.Equal([false, true, true], ChurnLabels.Of(data, features, definition));
        Assert.Equal([false, true, false], ChurnLabels.Of(data, features, definition with { Activity = [] }));
    }

    [Fact]
    public void Whose_contract_has_ended_and_was_not_taken_up_again_has_left()
    {
        // Horizon of 14 days from day 10: a keeps its contract, d lets it end, e ends and renews within the horizon, f renews one day too late.
        var data = FeatureTests.Contracts(("a", 0, null), ("b", 0, 9), ("d", 2, 10), ("e", 0, 15), ("e", 20, null), ("f", 0, 15), ("f", 25, null));
        var definition = new ChurnDefinition { By = Leaving.ContractEnd, HorizonDays = 14 };
        var features = data.Features(new() { CutOff = Day(10), UnderContract = true });
        Assert.Equal(["a", "d", "e", "f"], features.Ids);
        Assert.Equal([false, true, false, true], ChurnLabels.Of(data, features, definition));
    }

    [Fact]
    public void The_end_of_a_contract_is_foreseen_from_what_its_holders_did_before()
    {
        // Contracts of 30 days: of those who come seldom 70 of 100 let them end, of those who come often 10; telling both apart for certain reaches an AUC of about 0.8.
        var result = Subscribers(600).Churn(new() { By = Leaving.ContractEnd, TrainingCutOffs = 2 });
        Assert.InRange(result.Unseen.Auc, 0.7, 0.9);
        Assert.Contains("of users under contract", result.Model.Card.Question);
        Assert.Contains(result.Notes, note => note.StartsWith("A contract that ends", StringComparison.Ordinal));
        Assert.All(result.Model.Features(Subscribers(600)).Columns.Get<TextColumn>("tier").Codes, code => Assert.True(code >= 0));
        Assert.Throws<MissingDataException>(() => RandomReturns.Of(50).Churn(new() { By = Leaving.ContractEnd }));
    }

    [Fact]
    public void Horizons_are_observed_in_full_and_end_before_the_hold_out_begins()
    {
        var data = Journeys.Of([("a", [.. Enumerable.Range(0, 100)])]);
        var cutOffs = ChurnCutOffs.Of(data, new() { HorizonDays = 14, ActiveWithinDays = 28 });
        Assert.Equal(Day(86), cutOffs.HoldOut);
        Assert.Equal([Day(72), Day(58), Day(44)], cutOffs.Training);
        Assert.Equal([Day(72), Day(58), Day(44), Day(30)], ChurnCutOffs.Of(data, new() { HorizonDays = 14, TrainingCutOffs = 9 }).Training);
        Assert.Contains("all 14 days of the horizon are needed", Assert.Throws<InsufficientDataException>(
            () => ChurnCutOffs.Of(data, new() { HorizonDays = 14, HoldOut = Day(87) })).Message);
        Assert.Contains("a longer history", Assert.Throws<InsufficientDataException>(() => ChurnCutOffs.Of(data, new() { HorizonDays = 40 })).Message);
    }

    [Fact]
    public void The_hold_out_is_foreseen_and_the_planted_driver_found()
    {
        var result = Returns.Value;
        Assert.Equal(Day(RandomReturns.Days - 28), result.HoldOut);
        Assert.InRange(result.Unseen.Auc, 0.75, 0.95);
        Assert.InRange(result.Unseen.Scores.Average() - result.Unseen.BaseRate, -0.08, 0.08);
        var search = result.UnseenFeatures.Replace(TextColumn.From("channel", Enumerable.Repeat("search", result.UnseenFeatures.Count)));
        var social = result.UnseenFeatures.Replace(TextColumn.From("channel", Enumerable.Repeat("social", result.UnseenFeatures.Count)));
        Assert.True(result.ScoreUnseen(social).Average() > result.ScoreUnseen(search).Average() + 0.05);
    }

    [Fact]
    public void Nothing_after_the_hold_out_day_reaches_the_model_or_its_scores()
    {
        const int People = 1200;
        var data = RandomReturns.Of(People, seed: 5);
        var definition = new ChurnDefinition { HorizonDays = 14, HoldOut = Day(100), TrainingCutOffs = 1 };
        var changed = Dataset.From(
            users: [.. Enumerable.Range(0, People).Select(user => new UserRow($"u{user}", new DateTime(data.Profiles.SignupAt.Ticks[data.Users.Find($"u{user}")], DateTimeKind.Utc), user % 2 == 0 ? "social" : "search"))],
            events: [.. Rows(data).Where(row => row.At < Journeys.Noon(100).AddHours(-12)),
                .. Enumerable.Range(0, People / 3).Select(i => new EventRow($"u{3 * i}", "new", Journeys.Noon(105))), .. Journeys.Visits(("late", [140]))]);
        var full = data.Churn(definition);
        var other = changed.Churn(definition);
        Assert.Equal(full.Unseen.Scores, other.Unseen.Scores);
        Assert.NotEqual(full.Unseen.Outcomes, other.Unseen.Outcomes);
        Assert.Equal(full.Model.Card.FeatureHash, other.Model.Card.FeatureHash);
    }

    [Fact]
    public void Equal_seeds_give_equal_models()
    {
        var definition = new ChurnDefinition { TrainingCutOffs = 1, HorizonDays = 14 };
        Assert.Equal(RandomReturns.Of(400).Churn(definition).Unseen.Scores, RandomReturns.Of(400).Churn(definition).Unseen.Scores);
    }

    [Fact]
    public void One_outcome_alone_too_few_users_and_odd_wishes_are_refused()
    {
        var always = Journeys.Of([.. Enumerable.Range(0, 50).Select(user => ($"u{user}", Enumerable.Range(0, 100).ToArray()))]);
        Assert.Contains("0 users who left and 50 who stayed", Assert.Throws<InsufficientDataException>(() => always.Churn()).Message);
        Assert.Throws<UserOpsException>(() => always.Churn(new() { HorizonDays = 0 }));
        Assert.Throws<UserOpsException>(() => always.Churn(new() { Level = double.NaN }));
        Assert.Throws<UserOpsException>(() => always.Churn(new() { Activity = ["nothing"] }));
    }

    [Fact]
    public void A_target_that_is_not_of_two_values_is_refused()
    {
        static string Refusal(Column target, string? left = null) => Assert.Throws<UserOpsException>(() =>
            new TypedTable("t", [TextColumn.From("id", ["a", "b", "c"]), target]).Churn(new ChurnTableDefinition("id", target.Name) { Left = left })).Message;
        Assert.Contains("'y' is 2 in row 3", Refusal(new NumberColumn("y", [0, 1, 2])));
        Assert.Contains("holds words (gone, here, new)", Refusal(TextColumn.From("y", ["gone", "here", "new"])));
        Assert.Contains("'left' is none of them", Refusal(TextColumn.From("y", ["gone", "here", "new"]), "left"));
        Assert.Contains("is a moment", Refusal(new TimeColumn("y", [1, 2, 3])));
    }

    private static Dataset Subscribers(int count)
    {
        var random = new Random(2);
        List<(string User, DateTime At)> visits = [];
        List<(string User, int From, int To)> spans = [];
        for (int user = 0; user < count; user++)
        {
            double visit = user % 2 == 0 ? 0.05 : 0.4;
            for (int from = random.Next(140); from < 150; from += 30)
            {
                spans.Add(($"u{user}", from, from + 30));
                visits.AddRange(Enumerable.Range(from, 30).Where(day => day < 150 && random.NextDouble() < visit).Select(day => ($"u{user}", Journeys.Noon(day))));
                if (random.NextDouble() < (user % 2 == 0 ? 0.7 : 0.1))
                    break;
            }
        }
        visits.AddRange(Enumerable.Range(0, 150).Select(day => ("always", Journeys.Noon(day).AddHours(11))));
        return Dataset.FromTables(new Dictionary<TableKind, TypedTable>
        {
            [TableKind.Events] = new("events",
            [
                TextColumn.From("user_id", visits.Select(one => one.User)), TextColumn.From("event", visits.Select(_ => "visit")), new TimeColumn("at", [.. visits.Select(one => one.At.Ticks)]),
            ]),
            [TableKind.Memberships] = new("memberships",
            [
                TextColumn.From("user_id", spans.Select(span => span.User)), TextColumn.From("tier", spans.Select(_ => "basic")),
                new TimeColumn("from", [.. spans.Select(span => Journeys.Noon(span.From).Ticks)]), new TimeColumn("to", [.. spans.Select(span => Journeys.Noon(span.To).Ticks)]),
            ]),
        });
    }

    private static IEnumerable<EventRow> Rows(Dataset data)
    {
        for (int user = 0; user < data.Users.Count; user++)
            foreach (var e in data.Events[user].ToArray())
                yield return new(data.Users[user], data.Events.EventNames[e.Code], new(e.Ticks, DateTimeKind.Utc));
    }
}

internal static class EventsToArray
{
    public static Event[] ToArray(this UserEvents events)
    {
        List<Event> all = [];
        foreach (var e in events)
            all.Add(e);
        return [.. all];
    }
}
