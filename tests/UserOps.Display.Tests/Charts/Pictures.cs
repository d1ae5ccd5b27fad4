using UserOps.Display.Charts;

namespace UserOps.Display.Tests.Charts;

/// <summary>One chart of every kind, with Chinese words, gaps, bands, negative values and words that look like markup.</summary>
internal static class Pictures
{
    private static readonly Axis Week = new("Weeks since sign-up", Format.Count);
    private static readonly Axis Channel = new("Channel", Format.Text);

    public static IReadOnlyList<Chart> All { get; } =
    [
        Retention(), Survival(), Daily(), Quality(), SideBySide(), Regions(), Flows(), Cohorts(), Correlations(), Funnel(), Paths(), Revenue(), Durations(), Audiences(),
    ];

    public static LineChart Retention() => new(
        "Retention by week 周留存率", [.. Enumerable.Range(0, 13).Select(week => (object)week)], Week, new Axis("Users who came back", Format.Percent()),
        [
            Curve("微信 WeChat", 0.62, 0.30, 13), Curve("Organic </script><b>", 0.48, 0.22, 10), Curve("Paid search", 0.31, 0.08, 12),
        ])
    { Subtitle = "N-day retention of first-event cohorts, n = 1,935 users, 2024-01-01 to 2024-03-31, bands are 95 % Wilson intervals" };

    public static LineChart Survival() => new(
        "Time to churn 流失", [0.0, 10.0, 30.0, 60.0, 90.0], new Axis("Days since sign-up", Format.Count), new Axis("Share still active", Format.Percent(0)),
        [
            new("Organic", [1, 0.8, 0.6, 0.5, 0.45]) { Lower = [1, 0.75, 0.55, 0.43, 0.38], Upper = [1, 0.84, 0.65, 0.56, 0.52] },
            new("Paid", [1, 0.7, 0.4, 0.2, double.NaN]) { Lower = [1, 0.6, 0.3, 0.12, double.NaN], Upper = [1, 0.78, 0.5, 0.3, double.NaN] },
        ])
    { Stepped = true, Below = new("At risk", [0, 30, 60, 90], [[1200, 720, 580, 410], [300, 110, 40, 0]]) };

    public static LineChart Daily()
    {
        var first = new DateOnly(2024, 1, 1);
        double[] active = [.. Enumerable.Range(0, 91).Select(day => day == 45 ? double.NaN : 4200 + 12 * day + 600 * Math.Sin(day * 2 * Math.PI / 7))];
        return new("Daily active users", [.. Enumerable.Range(0, 91).Select(day => (object)first.AddDays(day))], new Axis("Day", Format.Date),
            new Axis("Active users", Format.Count), [new("DAU", active)]);
    }

    public static BarChart Quality() => new(
        "Activation by channel", ["微信", "Organic", "Paid search", "Referral", "抖音"], Channel, new Axis("Activated within 7 days", Format.Percent()),
        [new("Activated", [0.41, 0.33, 0.18, 0.52, double.NaN]) { Lower = [0.38, 0.30, 0.16, 0.46, double.NaN], Upper = [0.44, 0.36, 0.20, 0.58, double.NaN] }]);

    public static BarChart SideBySide() => new(
        "Revenue by month and kind of order", ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06"], new Axis("Month", Format.Text),
        new Axis("Net revenue", Format.Money("¥", 0)),
        [new("First orders", [120000, 98000, 143000, 151000, 160500, 171000]), new("Repeat orders", [80000, 91000, 99000, 120000, 138000, 161000])]);

    public static BarChart Regions() => new(
        "Orders by region, long names on their side", ["Greater Bay Area and surroundings", "华东地区 (上海、江苏、浙江)", "Northeast", "Western provinces <remote>", "Overseas"],
        new Axis("Region", Format.Text), new Axis("Orders", Format.Count), [new("Orders", [18234, 15020, 8012, 4100, 312])])
    { Horizontal = true };

    public static BarChart Flows() => new(
        "Growth accounting", [.. Enumerable.Range(1, 12).Select(week => $"Week {week}")], new Axis("Week", Format.Text), new Axis("Users", Format.Count),
        [
            new("New", [.. Enumerable.Range(1, 12).Select(week => 400.0 + 20 * week)]),
            new("Resurrected", [.. Enumerable.Range(1, 12).Select(week => 80.0 + 5 * week)]),
            new("Dormant", [.. Enumerable.Range(1, 12).Select(week => -300.0 - 18 * week)]),
        ])
    { Stacked = true };

    public static HeatMap Cohorts()
    {
        string[] rows = [.. Enumerable.Range(0, 12).Select(week => $"2024-W{week + 1:00}")];
        string[] columns = [.. Enumerable.Range(0, 12).Select(week => week.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        return new("Retention by cohort 同期群留存", rows, columns, new Axis("Week of sign-up", Format.Text), Week,
            [.. rows.Select((_, r) => (IReadOnlyList<double>)[.. columns.Select((_, c) => r + c > 11 ? double.NaN : c == 0 ? 1 : (0.55 - 0.008 * r) / Math.Pow(c, 0.6))])],
            Format.Percent())
        { Subtitle = "Share of each week's new users who were active n weeks later; weeks that have not ended are blank" };
    }

    public static HeatMap Correlations() => new(
        "Change against last month", ["微信", "Organic", "Paid search"], ["Visits", "Add to cart", "Checkout", "Payment"], Channel, new Axis("Step", Format.Text),
        [[0.021, -0.013, 0.004, -0.031], [0, 0.008, double.NaN, 0.012], [-0.044, -0.02, 0.015, 0.001]], Format.Points());

    public static FunnelChart Funnel() => new(
        "From visit to payment 核心路径", ["Visit 访问", "View a product", "Add to cart 加购", "Checkout", "Payment", "Second order 二转"], [12480, 8012, 3120, 2024, 1530, 214])
    { Subtitle = "n = 12,480 users, 2024-03, any order within 7 days" };

    public static SankeyChart Paths() => new(
        "Where users went who did not pay", ["Cart 加购", "Checkout", "Product page", "Search", "Left", "Payment", "Coupon <script>alert(1)</script>"],
        [new(0, 1, 2024), new(0, 2, 610), new(0, 4, 486), new(1, 5, 1530), new(1, 6, 220), new(1, 4, 274), new(2, 3, 300), new(2, 4, 310), new(6, 4, 220), new(3, 4, 300)],
        Format.Count);

    public static WaterfallChart Revenue() => new(
        "Why revenue changed", "February", 1_250_000, ["Users", "Conversion", "Orders per buyer", "客单价 AOV", "Refunds"], [310_000, -142_000, 88_000, -35_500, -61_200], "March",
        new Axis("Net revenue", Format.Money("¥", 0)));

    public static UpSetChart Audiences() => new(
        "How audiences overlap 人群重叠", ["Sleeping 沉睡", "Big spenders <b>", "Discount lovers"], [420, 96, double.NaN],
        [new([0], 300), new([0, 1], 80), new([0, 2], double.NaN), new([1], 16), new([0, 1, 2], 40), new([2], double.NaN)], new Axis("Users", Format.Count))
    { Subtitle = "n = 900 users" };

    public static LineChart Durations() => new(
        "Time to order by channel", ["Organic", "Paid", "Referral"], Channel, new Axis("Median time to first order", Format.Number(1, "days")),
        [new("Median", [3.2, 5.1, 1.4]) { Lower = [2.9, 4.0, 1.1], Upper = [3.6, 6.6, 1.8] }]);

    private static Series Curve(string name, double start, double end, int weeks)
    {
        double[] values = [.. Enumerable.Range(0, 13).Select(week => week >= weeks ? double.NaN : week == 0 ? 1 : end + (start - end) / week)];
        return new(name, values) { Lower = [.. values.Select(value => value * 0.93)], Upper = [.. values.Select(value => Math.Min(1, value * 1.07))] };
    }
}
