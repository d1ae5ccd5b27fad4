using UserOps.Budget;
using UserOps.Data;

namespace UserOps.Tests.Budget;

public class MixRefusalTests
{
    private static readonly TypedTable Table = SimulatedMix.Make(60, 1).Table;

    private static T Refusal<T>(string column, Func<double, int, double> change) where T : UserOpsException
    {
        var changed = new TypedTable("weeks", [.. Table.Columns.Select(one => one.Name == column ? new NumberColumn(column, [.. Table.Get<NumberColumn>(column).Values.Select(change)]) : one)]);
        return Assert.Throws<T>(() => changed.Mix(SimulatedMix.Definition(0)));
    }

    [Fact]
    public void A_negative_spend_is_refused_with_its_week() =>
        Assert.Contains("'tv' is -5 at 2021-01-18", Refusal<UserOpsException>("tv", (value, week) => week == 2 ? -5 : value).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(700)]
    public void A_spend_that_never_changes_is_refused(double spend) =>
        Assert.Contains("at least two different spends", Refusal<InsufficientDataException>("search", (_, _) => spend).Message, StringComparison.Ordinal);

    [Fact]
    public void A_blank_outcome_is_refused_with_its_week() =>
        Assert.Contains("'sales' is blank at 2021-01-25", Refusal<UserOpsException>("sales", (value, week) => week == 3 ? double.NaN : value).Message, StringComparison.Ordinal);

    [Fact]
    public void Weeks_that_are_missing_are_refused()
    {
        int[] rows = [.. Enumerable.Range(0, 60).Where(week => week != 9)];
        var gap = new TypedTable("weeks", [.. Table.Columns.Select(column => column.Reorder(rows))]);
        Assert.Contains("are 14 days, at the start 7", Assert.Throws<UserOpsException>(() => gap.Mix(SimulatedMix.Definition(0))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_weeks_for_the_channels_are_refused_with_the_number_needed() =>
        Assert.Contains("22 (ten a channel) needed", Assert.Throws<InsufficientDataException>(() => SimulatedMix.Make(20, 1).Table.Mix(SimulatedMix.Definition(0))).Message, StringComparison.Ordinal);

    [Fact]
    public void Columns_that_are_not_there_and_questions_that_are_none_are_refused()
    {
        Assert.Contains("no column 'radio'", Assert.Throws<UserOpsException>(() => Table.Mix(new("sales", "radio"))).Message, StringComparison.Ordinal);
        Assert.Throws<UserOpsException>(() => Table.Mix(new("sales")));
        Assert.Throws<UserOpsException>(() => Table.Mix(SimulatedMix.Definition(0) with { Level = double.NaN }));
        Assert.Throws<UserOpsException>(() => Table.Mix(SimulatedMix.Definition(0) with { SeasonWaves = 9 }));
    }
}
