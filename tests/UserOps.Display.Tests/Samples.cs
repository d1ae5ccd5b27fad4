namespace UserOps.Display.Tests;

internal static class Samples
{
    public static Table Channels(int rows = 3) => new(
        "Channel quality 渠道质量",
        [
            new("Channel", Format.Text), new("New users", Format.Count), new("D7 retention", Format.Percent()), new("Change", Format.Points()),
            new("Revenue", Format.Money("¥")), new("First day", Format.Date), new("Last order", Format.Timestamp),
            new("Time to order", Format.Duration), new("Paid", Format.Flag),
        ],
        Enumerable.Range(0, rows).Select(Row),
        "n = 1,935 users, 2024-03-01 to 2024-03-31, unbounded retention");

    /// <summary>HTML without the style that every rendering shares.</summary>
    public static string Body(string html) => html[(html.IndexOf("</style>", StringComparison.Ordinal) + "</style>".Length)..];

    private static object?[] Row(int i) => (i % 3) switch
    {
        0 => ["微信 WeChat", 1234, 0.12345, 0.012, 1234567.891m, new DateOnly(2024, 3, 1), new DateTime(2024, 3, 31, 13, 5, 9), TimeSpan.FromHours(76.8), true],
        1 => ["<script>alert('x')</script>", 700, double.NaN, -0.004, -5.5, new DateOnly(2024, 3, 2), null, TimeSpan.FromMinutes(90), false],
        _ => ["=HYPERLINK(\"http://x\")|a\nb", 1L, 1.0, 0.0, null, null, null, null, null],
    };
}
