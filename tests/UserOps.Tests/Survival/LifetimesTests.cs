using CsCheck;
using UserOps.Data;
using UserOps.Survival;

namespace UserOps.Tests.Survival;

public class LifetimesTests
{
    // 21 days, 1 to 21 January; a silence of 7 whole days shows for those last seen by 14 January.
    private static readonly Dataset Seven = Dataset.From(
        users:
        [
            new("stays", Journeys.Noon(0)), new("leaves", Journeys.Noon(1)), new("pauses", Journeys.Noon(2)), new("only signs up", Journeys.Noon(3)),
            new("late", Journeys.Noon(10)), new("too new", Journeys.Noon(16)), new("edge", Journeys.Noon(0)), new("old", Journeys.Noon(-10)), new("gone", Journeys.Noon(-10)),
        ],
        events: Journeys.Visits(
            ("stays", [0, 5, 12, 19, 20]), ("leaves", [1, 4]), ("pauses", [2, 3, 12]), ("late", [10, 15]), ("too new", [16]), ("edge", [0, 7, 13]),
            ("old", [4, 6]), ("gone", [9])));

    [Fact]
    public void Leaving_is_the_last_activity_before_the_first_long_silence_and_the_rest_is_censored_when_leaving_last_shows()
    {
        var data = Seven.Lifetimes(new() { SilentDays = 7 });
        var lives = Enumerable.Range(0, data.Count).ToDictionary(row => data.Ids[row]!, row => (data.Entries![row], data.Durations[row], data.Events[row]));
        Assert.Equal((0, 14, false), lives["stays"]);
        Assert.Equal((0, 4, true), lives["leaves"]);
        Assert.Equal((0, 2, true), lives["pauses"]);
        Assert.Equal((0, 1, true), lives["only signs up"]);
        Assert.Equal((0, 4, false), lives["late"]);
        Assert.Equal((0, 14, true), lives["edge"]);
        Assert.Equal((10, 17, true), lives["old"]);
        Assert.Equal(7, lives.Count);
    }

    [Fact]
    public void What_was_left_out_and_why_is_said()
    {
        string words = Seven.Lifetimes(new() { SilentDays = 7 }).ToString();
        Assert.Contains("Left out as too new: 1 users", words, StringComparison.Ordinal);
        Assert.Contains("1 users who count as having left came back", words, StringComparison.Ordinal);
        Assert.Contains("1 enter when the data begin and 1 had left before", words, StringComparison.Ordinal);
        Assert.Contains("followed to 2024-01-14", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_milestone_cuts_a_life_the_day_it_is_reached_and_counts_from_the_next()
    {
        var data = Dataset.From(events:
        [
            .. Journeys.Visits(("a", [0, 3, 5]), ("b", [0, 20])), new("a", "buy", Journeys.Noon(3)), new("b", "buy", Journeys.Noon(20)),
        ]).Lifetimes(new() { SilentDays = 7, Milestones = [new("bought", "buy")] });
        Assert.Equal([(0, 4, false, false), (4, 6, true, true), (0, 1, true, false)], Enumerable.Range(0, 3).Select(row =>
            (data.Entries![row], data.Durations[row], data.Events[row], data.Columns.Get<FlagColumn>("bought").Flags[row] == 1)));
        Assert.Equal((3, 2), (data.Count, data.UserCount));
    }

    [Fact]
    public void Profile_columns_stand_beside_the_spells()
    {
        var data = Dataset.From(users: [new("a", Journeys.Noon(0), "search"), new("b", Journeys.Noon(1), "social")], events: Journeys.Visits(("a", [0, 20]), ("b", [1])))
            .Lifetimes(new() { SilentDays = 7 });
        Assert.Equal(["search", "social"], data.Columns.Get<TextColumn>("channel").Codes.Select(code => data.Columns.Get<TextColumn>("channel").Words[code]));
    }

    [Fact]
    public void Each_user_has_at_most_one_leaving_and_it_is_followed_by_the_silence() =>
        Journeys.Random.Select(Gen.Int[1, 10]).Sample((rows, silent) =>
        {
            var data = Dataset.From(events: rows).Lifetimes(new() { SilentDays = silent });
            for (int row = 0; row < data.Count; row++)
            {
                int[] days = [.. rows.Where(one => one.UserId == data.Ids[row]).Select(one => one.At.DayOfYear).Distinct().Order()];
                int end = days[0] + (int)data.Durations[row] - 1;
                if (data.Events[row])
                    Assert.True(days.Contains(end) && !days.Any(day => day > end && day <= end + silent) && end + silent <= 40);
                else
                    Assert.Equal(40 - silent, end);
            }
        }, iter: 300);

    [Fact]
    public void Too_short_data_and_impossible_silences_are_refused()
    {
        Assert.Contains("Found 21 days of data; more than the 21 days of silence", Assert.Throws<InsufficientDataException>(() => Seven.Lifetimes(new() { SilentDays = 21 })).Message, StringComparison.Ordinal);
        Assert.Throws<UserOpsException>(() => Seven.Lifetimes(new() { SilentDays = 0 }));
        Assert.Throws<UserOpsException>(() => Seven.Lifetimes(new() { SilentDays = 7, Milestones = [new("nothing")] }));
        Assert.Contains("No event is named 'buy'", Assert.Throws<MissingDataException>(() => Seven.Lifetimes(new() { SilentDays = 7, Milestones = [new("bought", "buy")] })).Message, StringComparison.Ordinal);
    }
}
