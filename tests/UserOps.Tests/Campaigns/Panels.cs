using UserOps.Campaigns;
using UserOps.Time;

namespace UserOps.Tests.Campaigns;

/// <summary>Small panels by hand and by chance.</summary>
internal static class Panels
{
    public static readonly DateOnly Monday = new(2024, 1, 1);

    /// <summary>Seven units, six weeks; the first two are treated from the fifth week on.</summary>
    public static Panel Seven { get; } = Of(
        [10, 12, 11, 13, 18, 19], [20, 21, 23, 22, 29, 27], [8, 9, 9, 11, 11, 12], [15, 14, 16, 17, 18, 17], [30, 33, 31, 35, 36, 38], [12, 12, 14, 13, 15, 16], [25, 27, 26, 29, 28, 31]);

    public static Intervention FromFifth(params string[] treated) => new("posters", treated, new(Monday.AddDays(28), Monday.AddDays(42)));

    /// <summary>Units <c>a</c>, <c>b</c> … with a value for each week from 2024-01-01.</summary>
    public static Panel Of(params double[][] rows) =>
        new("visits", [.. Enumerable.Range(0, rows.Length).Select(Name)], [.. Enumerable.Range(0, rows[0].Length).Select(week => Monday.AddDays(7 * week))], rows);

    /// <summary>A panel of days.</summary>
    public static Panel OfDays(params double[][] rows) =>
        new("visits", [.. Enumerable.Range(0, rows.Length).Select(Name)], [.. Enumerable.Range(0, rows[0].Length).Select(Monday.AddDays)], rows);

    public static Period Days(int from, int to) => new(Monday.AddDays(from), Monday.AddDays(to));

    private static string Name(int unit) => unit < 26 ? $"{(char)('a' + unit)}" : $"u{unit}";
}
