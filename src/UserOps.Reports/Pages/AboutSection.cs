using System.Globalization;
using UserOps.Display;

namespace UserOps.Reports.Pages;

/// <summary>The end of a report: every key number with its definition, every parameter, every file.</summary>
internal static class AboutSection
{
    public static Markup Write(NotebookReport report, DateTimeOffset now) => Markup.Of($"""
        <section class="about" id="about">
        <h2>About this report</h2>
        {Blanks(report.Blanks)}
        {Markup.ForEach(report.Warnings, warning => Markup.Of($"<p class=\"warning\">{warning}</p>"))}
        {Metrics(report.Metrics)}
        {Parameters(report)}
        {Data(report.Data)}
        <p class="made">Made from {report.Name} at {string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyy-MM-dd HH:mm} UTC")}. {LastDay(report)}</p>
        </section>
        """);

    private static Markup Blanks(IReadOnlyList<string> blanks) => blanks.Count == 0 ? Markup.Empty : Markup.Of($"""
        <p>What this export leaves blank:</p>
        <ul>{Markup.ForEach(blanks, blank => Markup.Of($"<li>{blank}</li>"))}</ul>
        """);

    private static string LastDay(NotebookReport report) =>
        DataText.AsOf(report.Data) is { } day ? $"It speaks of the data up to their last day, {day}, whenever it is made." : "";

    private static Markup Metrics(IReadOnlyList<Metric> metrics) => Show(metrics.Count, new("Key numbers",
        [Text("Key number"), Text("Value"), Text("Interval"), new("n", Format.Count), Text("Better"), Text("How it is counted"), Text("Name in the metrics file")],
        metrics.Select(metric => (object?[])
            [metric.Label ?? metric.Name, metric.Format.Write(metric.Value), metric.Interval?.Write(metric.Format), metric.N, BetterText(metric.Better), metric.Definition, metric.Name])));

    private static Markup Parameters(NotebookReport report) => Show(report.Run.Parameters.Count, new("Parameters",
        [Text("Name"), Text("Value"), Text("Type"), Text("Given by")],
        report.Run.Parameters.Select(parameter => (object?[])
            [parameter.Name, ParameterText.Write(parameter), parameter.Type, parameter.Overridden ? "the caller" : "the notebook"])));

    private static Markup Data(DataIdentity? data) => data is null ? Markup.Empty : Show(data.Files.Count, new("Data",
        [Text("File"), Text("Read as"), new("Rows kept", Format.Count), Text("Content hash")],
        data.Files.Select(file => (object?[])[file.Name, file.Table, file.Rows, file.Hash]),
        $"{DataText.Summary(data)} · time zone {data.TimeZone}"));

    private static Markup Show(int rows, Table table) => rows == 0 ? Markup.Empty : Markup.Of($"<div class=\"output\">{ScrollBoxes.Around(table.ToHtml(rowLimit: 1000))}</div>");

    private static TableColumn Text(string name) => new(name, Format.Text);

    private static string BetterText(Direction direction) => direction switch
    {
        Direction.Up => "higher",
        Direction.Down => "lower",
        _ => "",
    };
}
