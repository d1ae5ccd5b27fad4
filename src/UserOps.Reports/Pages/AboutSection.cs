using System.Globalization;
using UserOps.Display;
using UserOps.Reports.Languages;

namespace UserOps.Reports.Pages;

/// <summary>The end of a report: every key number with its definition, every parameter, every file.</summary>
internal static class AboutSection
{
    public static Markup Write(NotebookReport report, DateTimeOffset now) => Markup.Of($"""
        <section class="about" id="about">
        <h2>{report.Words.About}</h2>
        {Blanks(report)}
        {Markup.ForEach(report.Warnings, warning => Markup.Of($"<p class=\"warning\">{warning}</p>"))}
        {Metrics(report.Metrics, report.Words)}
        {Definitions(report.Metrics, report.Words)}
        {Parameters(report, report.Words)}
        {Data(report.Data, report.Words)}
        <p class="made">{report.Words.MadeFrom(report.Name, string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyy-MM-dd HH:mm} UTC"))} {LastDay(report)}</p>
        </section>
        """);

    /// <summary>What its data leave blank, a line for each reason.</summary>
    public static Markup Blanks(NotebookReport report) => report.Gaps.Count == 0 ? Markup.Empty : Markup.Of($"""
        <p>{report.Words.LeftBlank}</p>
        <ul>{Markup.ForEach(report.Gaps, blank => Markup.Of($"<li>{blank}</li>"))}</ul>
        """);

    private static string LastDay(NotebookReport report) =>
        DataText.AsOf(report) is { } day ? report.Words.SpeaksOf(day) : "";

    private static Markup Metrics(IReadOnlyList<Metric> metrics, Words words) => Show(metrics.Count, new(words.KeyNumbers,
        [Text(words.KeyNumber), Text(words.Value), Text(words.Interval), new("n", Format.Count), Text(words.Better), Text(words.HowCounted), Text(words.MetricName)],
        metrics.Select(metric => (object?[])
        [
            words.LabelOf(metric), words.FormatOf(metric).Write(metric.Value), metric.Interval?.Write(words.FormatOf(metric)), metric.N, BetterText(metric.Better, words), metric.Definition, metric.Name,
        ])));

    private static Markup Definitions(IReadOnlyList<Metric> metrics, Words words) => words.Glossary.Of(metrics) is var terms && terms.Count == 0 ? Markup.Empty
        : Show(terms.Count, new(words.Definitions, [Text(words.Term), Text(words.Meaning), Text(words.Formula)], terms.Select(term => (object?[])[term.Term, term.Meaning, term.Formula])));

    private static Markup Parameters(NotebookReport report, Words words) => Show(report.Run.Parameters.Count, new(words.Parameters,
        [Text(words.Name), Text(words.Value), Text(words.Type), Text(words.GivenBy)],
        report.Run.Parameters.Select(parameter => (object?[])
            [parameter.Name, ParameterText.Write(parameter, words), parameter.Type, parameter.Overridden ? words.Caller : words.Notebook])));

    private static Markup Data(DataIdentity? data, Words words) => data is null ? Markup.Empty : Show(data.Files.Count, new(words.Data,
        [Text(words.File), Text(words.ReadAs), new(words.RowsKept, Format.Count), Text(words.ContentHash)],
        data.Files.Select(file => (object?[])[file.Name, file.Table, file.Rows, file.Hash]),
        $"{DataText.Summary(data, words)} · {words.TimeZone(data.TimeZone)}"));

    private static Markup Show(int rows, Table table) => rows == 0 ? Markup.Empty : Markup.Of($"<div class=\"output\">{ScrollBoxes.Around(table.ToHtml(rowLimit: 1000))}</div>");

    private static TableColumn Text(string name) => new(name, Format.Text);

    private static string BetterText(Direction direction, Words words) => direction switch
    {
        Direction.Up => words.Higher,
        Direction.Down => words.Lower,
        _ => "",
    };
}
