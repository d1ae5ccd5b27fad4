using UserOps.Display;
using UserOps.Reports.Pages;

namespace UserOps.Reports.Delivery;

/// <summary>The sheets of a workbook that the notebook itself does not show: key numbers, and what the report was made of.</summary>
internal static class WorkbookTables
{
    // Key numbers have a unit each, so the value stands once as a number and once as a reader sees it.
    private static readonly TableColumn[] MetricColumns =
    [
        new("Key number", Format.Text), new("As shown", Format.Text), new("Value", Format.Plain), new("Unit", Format.Text), new("Lower", Format.Plain), new("Upper", Format.Plain),
        new("Level", Format.Percent(0)), new("n", Format.Count), new("How it is counted", Format.Text), new("Name in the metrics file", Format.Text),
    ];

    public static Table KeyNumbers(IReadOnlyList<Metric> metrics) => new("Key numbers", MetricColumns, metrics.Select(metric => (object?[])
    [
        metric.Label ?? metric.Name, metric.Format.Write(metric.Value), metric.Value, metric.Unit, metric.Interval?.Lower, metric.Interval?.Upper,
        metric.Interval?.Level, metric.N, metric.Definition, metric.Name,
    ]));

    public static Table About(NotebookReport report) => new("About", [new("What", Format.Text), new("Value", Format.Text)], AboutRows(report));

    private static IEnumerable<object?[]> AboutRows(NotebookReport report)
    {
        yield return ["Report", report.Title];
        yield return ["State", report.Reason is { } reason ? $"not complete: {reason}" : "complete"];
        yield return ["As of", DataText.AsOf(report) ?? "no date"];
        yield return ["Data", DataText.Source(report) ?? "none"];
        if (report.Data is { } data)
            yield return ["Data in detail", DataText.Summary(data, report.Words)];
        foreach (var parameter in report.Run.Parameters.Where(parameter => parameter.Name != "data"))
            yield return ["Parameter " + parameter.Name, ParameterText.Write(parameter, report.Words)];
        foreach (var table in ReportTables.Of(report).Where(table => table.Table.Caption is not null || ReportTables.Remark(table) is not null))
            yield return ["Table " + table.Table.Title, string.Join(" · ", new[] { table.Table.Caption, ReportTables.Remark(table) }.OfType<string>())];
    }
}
