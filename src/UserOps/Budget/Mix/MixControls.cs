using UserOps.Data;

namespace UserOps.Budget;

/// <summary>What moves the outcome besides spend: base, trend, season, holidays, context.</summary>
internal sealed record MixControls(string[] Names, double[][] Columns, IReadOnlyList<string> Remarks)
{
    private const double YearDays = 365.25;

    public static MixControls Of(TypedTable table, MixDefinition definition, int[] order, DateOnly[] days)
    {
        List<(string Name, double[] Values)> columns = [("base", [.. days.Select(_ => 1.0)])];
        List<string> remarks = [];
        double middle = (days.Length - 1) / 2.0;
        columns.Add(("trend", [.. days.Select((_, i) => (i - middle) / days.Length)]));
        columns.Add(("trend²", [.. days.Select((_, i) => (i - middle) * (i - middle) / days.Length / days.Length)]));
        bool isLong = days[^1].DayNumber - days[0].DayNumber >= 2 * YearDays - 31;
        if (!isLong && definition.SeasonWaves > 0)
            remarks.Add("The season is left out: less than two years of data cannot tell it from the trend.");
        for (int wave = 1; wave <= (isLong ? definition.SeasonWaves : 0); wave++)
        {
            double turn = 2 * Math.PI * wave / YearDays;
            columns.Add(($"season {wave}a", [.. days.Select(day => Math.Sin(turn * day.DayNumber))]));
            columns.Add(($"season {wave}b", [.. days.Select(day => Math.Cos(turn * day.DayNumber))]));
        }
        int step = days[1].DayNumber - days[0].DayNumber;
        columns.AddRange(definition.Holidays.Select(holiday => (holiday.Name, days.Select(day => holiday.Days.Any(one => one >= day && one.DayNumber < day.DayNumber + step) ? 1.0 : 0).ToArray())));
        columns.AddRange(definition.Context.SelectMany(name => Context(table, name, order, days)));
        remarks.AddRange(columns.Skip(1).Where(column => column.Values.Max() == column.Values.Min()).Select(column => $"'{column.Name}' is the same in every period and has no effect that could be told."));
        (string Name, double[] Values)[] kept = [.. columns.Where((column, i) => i == 0 || column.Values.Max() > column.Values.Min())];
        return new([.. kept.Select(column => column.Name)], [.. kept.Select(column => column.Values)], remarks);
    }

    /// <summary>Numbers scaled to a deviation of 1; a flag for each word but the most frequent, which together with blanks is the base.</summary>
    private static IEnumerable<(string, double[])> Context(TypedTable table, string name, int[] order, DateOnly[] days)
    {
        if (table.TryGet<FlagColumn>(name, out var flags))
            return [(name, [.. order.Select(row => flags.Flags[row] == 1 ? 1.0 : 0)])];
        if (!table.TryGet<TextColumn>(name, out var words))
            return [(name, Scaled(MixData.Numbers(table, name, order, days)))];
        int blanks = words.Codes.Count(code => code < 0);
        int[] counts = [.. words.Words.Select((_, code) => words.Codes.Count(one => one == code))];
        int common = counts.Length > 0 && counts.Max() > blanks ? Array.IndexOf(counts, counts.Max()) : -1;
        return [.. Enumerable.Range(0, counts.Length).Where(code => code != common)
            .Select(code => ($"{name} {words.Words[code]}", order.Select(row => words.Codes[row] == code ? 1.0 : 0).ToArray()))];
    }

    private static double[] Scaled(double[] values)
    {
        double mean = values.Average(), deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return deviation > 0 ? Array.ConvertAll(values, value => (value - mean) / deviation) : values;
    }
}
