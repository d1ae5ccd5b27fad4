using UserOps.Data;
using UserOps.Survival;

namespace UserOps.Tests.Survival;

public class SurvivalDataTests
{
    [Fact]
    public void A_wide_table_is_read_by_its_columns()
    {
        var data = Spells.Telco();
        Assert.Equal((7043, 7043, 1869), (data.Count, data.UserCount, data.EventCount));
        Assert.Equal("7590-VHVEG", data.Ids[0]);
        Assert.False(data.Columns.TryGet<Column>("tenure", out _));
        Assert.Contains("n = 7,043 users, 1,869 events", data.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_mark_an_event_once_one_of_them_is_named()
    {
        var table = new TypedTable("t", [new NumberColumn("days", [3, 5]), TextColumn.From("end", ["left", "here"])]);
        Assert.Equal([true, false], SurvivalData.From(table, new() { Duration = "days", Event = "end", EventWord = "left" }).Events);
        Assert.Contains("left, here", Refusal(() => SurvivalData.From(table, new() { Duration = "days", Event = "end" })), StringComparison.Ordinal);
    }

    [Fact]
    public void Impossible_spells_are_refused_with_their_number_and_the_remedy()
    {
        Assert.Equal("1 of 3 spells have no finite duration; none may. The first is row 2 with NaN. Fill in the time under observation or leave these rows out.",
            Refusal(() => SurvivalData.Of([1, double.NaN, 2], [true, true, true])));
        Assert.Contains("2 of 3 spells have a negative duration; none may. The first is row 1 with -1.", Refusal(() => SurvivalData.Of([-1, -2, 2], [true, true, true])), StringComparison.Ordinal);
        Assert.Contains("1 of 1 spells have a duration that is not after the entry", Refusal(() => SurvivalData.Of([5], [true], [5])), StringComparison.Ordinal);
        Assert.Contains("no finite duration", Refusal(() => SurvivalData.Of([double.PositiveInfinity], [true])), StringComparison.Ordinal);
        Assert.Contains("Found 1 marks of the event for 2 durations", Refusal(() => SurvivalData.Of([1, 2], [true])), StringComparison.Ordinal);
        Assert.Contains("Found no spell", Refusal(() => SurvivalData.Of([], [])), StringComparison.Ordinal);
        var table = new TypedTable("t", [new NumberColumn("days", [3, 5]), new NumberColumn("status", [1, 2])]);
        Assert.Contains("marks the event with 1, 2", Refusal(() => SurvivalData.From(table, new() { Duration = "days", Event = "status" })), StringComparison.Ordinal);
    }

    private static string Refusal(Func<object> question) => Assert.ThrowsAny<UserOpsException>(question).Message;
}
