using UserOps.Display;
using UserOps.Display.Charts;
using static UserOps.Reports.Tests.Runs;

namespace UserOps.Reports.Tests.Delivery;

/// <summary>A report with tables, a chart and key numbers, made by hand.</summary>
internal static class Delivered
{
    public static readonly Table Channels = new("Channels: who comes? [2024/06]",
        [new("Channel", Format.Text), new("Users", Format.Count), new("Conversion", Format.Percent()), new("Spend", Format.Money("CNY")), new("First day", Format.Date), new("Time", Format.Duration), new("Good", Format.Flag)],
        [
            ["=HYPERLINK(\"http://bad\")", 1200, 0.123456789, 1234.5m, new DateOnly(2024, 3, 1), TimeSpan.FromHours(5), true],
            ["社交 social", 7, null, null, null, null, false],
        ],
        "n = 1,207 users");

    public static readonly Metric Rate = new("retention.d7", 0.25, "fraction") { Label = "D7 retention", N = 4000, Interval = new(0.24, 0.26, 0.95), Definition = "Active again on day 7." };

    public static readonly LineChart Line = new("回访 Retention & more", [1d, 2d, 3d], new("Day", Format.Count), new("Rate", Format.Percent()), [new("all", [1, .5, .25])]);

    public static NotebookReport Report { get; } = new("r", Of(
        Text("# Do users come back?\n\nIt serves a decision."),
        Code("open", Opened(Shop)),
        Code("a", Shown(Channels.Render()), Shown(Line.Render())),
        Code("b", Shown(Channels.Render()), Named(Rate)),
        Text("## What to decide\n\nKeep the channel."),
        Code("c", Plain("ignored"), Shown(MimeBundle.Of("x").With(MimeBundle.Markdown, "Spend **more**."))),
        Text("## What this does not show\n\nMuch.")).With(new UserOps.Notebooks.Execution.ParameterValue("windowDays", "int", 7, false)));
}
