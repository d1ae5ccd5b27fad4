using UserOps.Data;
using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Campaigns;

/// <summary>A measure over units (regions, shops, channels) and steps of time: what comparisons over time are made from. Immutable.</summary>
public sealed record Panel : AnalysisResult
{
    private readonly double[][] _values;

    /// <summary>Makes a panel.</summary>
    /// <param name="measure">What is measured, in words.</param>
    /// <param name="units">The names of the units, distinct.</param>
    /// <param name="steps">The first day of each step, ascending.</param>
    /// <param name="values">For each unit its value in each step; NaN where it is not known.</param>
    /// <exception cref="UserOpsException">Lengths differ, a unit repeats, steps are not ascending or a value is infinite.</exception>
    public Panel(string measure, IReadOnlyList<string> units, IReadOnlyList<DateOnly> steps, IReadOnlyList<IReadOnlyList<double>> values)
    {
        (Measure, Units, Steps) = (measure, [.. units], [.. steps]);
        _values = [.. values.Select(row => row.ToArray())];
        if (_values.Length != Units.Count || Array.Exists(_values, row => row.Length != Steps.Count))
            throw new UserOpsException($"A panel of {Units.Count} units and {Steps.Count} steps needs as many rows of as many values; check that each unit has a row for each step.");
        if (Units.Distinct(StringComparer.Ordinal).Count() < Units.Count)
            throw new UserOpsException("A unit of the panel is named twice. Add up its rows first.");
        if (Steps.Zip(Steps.Skip(1)).Any(pair => pair.First >= pair.Second))
            throw new UserOpsException("The steps of a panel must be ascending days without repetition.");
        if (Array.Exists(_values, row => Array.Exists(row, double.IsInfinity)))
            throw new UserOpsException("The panel has an infinite value; a number is needed, or NaN where it is not known.");
    }

    /// <summary>What is measured, in words.</summary>
    public string Measure { get; }

    /// <summary>The units, such as regions.</summary>
    public IReadOnlyList<string> Units { get; }

    /// <summary>The first day of each step.</summary>
    public IReadOnlyList<DateOnly> Steps { get; }

    /// <summary>Users who belong to no unit.</summary>
    public int LeftOut { get; init; }

    /// <summary>The values of a unit by step; NaN where not known.</summary>
    public ReadOnlySpan<double> this[int unit] => _values[unit];

    /// <summary>Makes a panel of a table with one row for each unit and step.</summary>
    /// <param name="table">The table.</param>
    /// <param name="unit">The column that names the unit.</param>
    /// <param name="step">The column of the day.</param>
    /// <param name="value">The column of the measure.</param>
    /// <exception cref="UserOpsException">A column is missing, or a unit has two rows for one day.</exception>
    public static Panel From(TypedTable table, string unit, string step, string value)
    {
        var units = table.Get<TextColumn>(unit);
        long[] ticks = table.Get<TimeColumn>(step).Ticks;
        double[] numbers = table.Numbers(value);
        int[] rows = [.. Enumerable.Range(0, table.RowCount).Where(row => units.Codes[row] >= 0 && ticks[row] != TimeColumn.Missing)];
        DateOnly[] days = [.. rows.Select(row => DayOf(ticks[row])).Distinct().Order()];
        double[][] values = [.. units.Words.Select(_ => Enumerable.Repeat(double.NaN, days.Length).ToArray())];
        foreach (int row in rows)
        {
            ref double cell = ref values[units.Codes[row]][Array.BinarySearch(days, DayOf(ticks[row]))];
            cell = double.IsNaN(cell) ? numbers[row] : throw new UserOpsException($"Unit '{units[row]}' has two rows for {DayOf(ticks[row]):yyyy-MM-dd}. Add them up first.");
        }
        return new(value, units.Words, days, values);
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"{Measure} by unit",
        [new("Unit", Format.Text), new("Steps known", Format.Count), new("Sum", Format.Number()), new("Mean of a step", Format.Number())],
        Units.Select((name, unit) => _values[unit].Where(value => !double.IsNaN(value)).ToArray() is var known
            ? new object?[] { name, known.Length, known.Sum(), known.Length == 0 ? null : known.Average() } : []),
        Steps.Count == 0 ? "no steps" : $"n = {Units.Count} units × {Steps.Count} steps · first step {Format.Date.Write(Steps[0])}, last step {Format.Date.Write(Steps[^1])}");

    /// <inheritdoc/>
    public override Chart ToChart() => new LineChart(
        $"{Measure} by unit", [.. Steps.Select(step => (object)step)], new("First day of the step", Format.Date), new(Measure, Format.Number(1)),
        [.. Units.Select((name, unit) => new Series(name, _values[unit]))]);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => LeftOut == 0 ? [] : [$"{Caption.Count(LeftOut)} users belong to no unit and are left out."];

    /// <summary>The same panel with only some of its steps.</summary>
    internal Panel At(IReadOnlyList<int> steps) =>
        new(Measure, Units, [.. steps.Select(step => Steps[step])], [.. _values.Select(row => steps.Select(step => row[step]).ToArray())]) { LeftOut = LeftOut };

    /// <summary>The same panel with only some of its units.</summary>
    internal Panel Of(IReadOnlyList<int> units) => new(Measure, [.. units.Select(unit => Units[unit])], Steps, [.. units.Select(unit => _values[unit])]) { LeftOut = LeftOut };

    private static DateOnly DayOf(long ticks) => DateOnly.FromDateTime(new DateTime(ticks));
}
