using UserOps.Data;
using UserOps.Display;

namespace UserOps.Budget;

/// <summary>A table of outcome and spend by period, checked.</summary>
internal sealed record MixData(DateOnly[] Dates, double[] Outcome, string[] Channels, double[][] Spend, string[] ControlNames, double[][] Controls, IReadOnlyList<string> Remarks)
{
    public int Count => Dates.Length;

    /// <summary>Days from one row to the next.</summary>
    public int StepDays => Dates[1].DayNumber - Dates[0].DayNumber;

    /// <exception cref="UserOpsException">A column is missing, a value blank, a spend negative, or the rows are not evenly spaced.</exception>
    /// <exception cref="InsufficientDataException">There are too few rows, or a spend that never changes.</exception>
    public static MixData Read(TypedTable table, MixDefinition definition)
    {
        Check(definition);
        var dates = definition.Date is { } named ? table.Get<TimeColumn>(named)
            : table.Columns.OfType<TimeColumn>().FirstOrDefault() ?? throw new UserOpsException($"Table '{table.Name}' has no column of dates.");
        int[] order = [.. Enumerable.Range(0, table.RowCount).OrderBy(row => dates.Ticks[row])];
        DateOnly[] days = [.. order.Select(row => dates.IsMissing(row)
            ? throw new UserOpsException($"Row {row + 1} has no date in '{dates.Name}'.") : DateOnly.FromDateTime(new(dates.Ticks[row])))];
        int needed = 10 * definition.Spend.Count + 2;
        if (days.Length < needed)
            throw new InsufficientDataException(
                $"{days.Length} periods for {definition.Spend.Count} channels", $"{needed} (ten a channel)", "Take a longer table, or put channels together.");
        CheckSteps(days);
        var controls = MixControls.Of(table, definition, order, days);
        return new(
            days, Numbers(table, definition.Outcome, order, days), [.. definition.Spend], [.. definition.Spend.Select(name => SpendOf(table, name, order, days))],
            controls.Names, controls.Columns, controls.Remarks);
    }

    /// <summary>The first periods.</summary>
    public MixData First(int count) => this with
    {
        Dates = Dates[..count],
        Outcome = Outcome[..count],
        Spend = [.. Spend.Select(column => column[..count])],
        Controls = [.. Controls.Select(column => column[..count])],
    };

    internal static double[] Numbers(TypedTable table, string name, int[] order, DateOnly[] days)
    {
        double[] values = [.. order.Select(row => table.Get<NumberColumn>(name).Values[row])];
        int bad = Array.FindIndex(values, value => !double.IsFinite(value));
        return bad < 0 ? values : throw new UserOpsException($"'{name}' is blank at {Format.Date.Write(days[bad])}; a number is needed in every period.");
    }

    private static double[] SpendOf(TypedTable table, string name, int[] order, DateOnly[] days)
    {
        double[] spend = Numbers(table, name, order, days);
        int bad = Array.FindIndex(spend, value => value < 0);
        if (bad >= 0)
            throw new UserOpsException(FormattableString.Invariant($"'{name}' is {spend[bad]} at {Format.Date.Write(days[bad])}; a spend of zero or more is needed."));
        return spend.Max() > spend.Min() ? spend : throw new InsufficientDataException(
            FormattableString.Invariant($"the spend {spend[0]:#,0.##} for '{name}' in all {spend.Length} periods"), "at least two different spends",
            "Leave the channel out: without a change nobody can tell it from the base.");
    }

    private static void Check(MixDefinition definition)
    {
        if (definition.Spend.Count == 0 || definition.Spend.Distinct(StringComparer.Ordinal).Count() < definition.Spend.Count)
            throw new UserOpsException("Name the columns of spend, each once.");
        if (!(definition.Level > 0 && definition.Level < 1) || definition.SeasonWaves is < 0 or > 6 || definition.HoldOut < 0 || definition.Starts < 1)
            throw new UserOpsException("A level between 0 and 1, 0 to 6 waves, a hold-out of 0 or more and at least 1 start are needed.");
    }

    private static void CheckSteps(DateOnly[] days)
    {
        int step = days[1].DayNumber - days[0].DayNumber;
        for (int i = 1; i < days.Length; i++)
            if (step < 1 || days[i].DayNumber - days[i - 1].DayNumber != step)
                throw new UserOpsException(
                    $"From {Format.Date.Write(days[i - 1])} to {Format.Date.Write(days[i])} are {days[i].DayNumber - days[i - 1].DayNumber} days, at the start {step}; one row for each period of the same length is needed.");
    }
}
