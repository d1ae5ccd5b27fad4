using System.Globalization;
using UserOps.Time;

namespace UserOps;

/// <summary>The small print under a table: how many, when, in which calendar, counted how.</summary>
internal static class Caption
{
    public static string Of(long n, string unit, Period period, Time.Calendar calendar, params IEnumerable<string> definitions) =>
        string.Join(" · ", [$"n = {Count(n)} {unit}", $"{period} ({calendar})", .. definitions.Where(words => words.Length > 0)]);

    public static string Count(long n) => n.ToString("N0", CultureInfo.InvariantCulture);

    public static string Level(double level) => $"{PerCent(level)} Wilson intervals";

    public static string PerCent(double level) => string.Create(CultureInfo.InvariantCulture, $"{level:0.#%}").Replace("%", " %", StringComparison.Ordinal);
}
