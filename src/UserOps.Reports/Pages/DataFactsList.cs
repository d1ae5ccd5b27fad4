namespace UserOps.Reports.Pages;

/// <summary>As of when and on which data a page speaks.</summary>
internal static class DataFactsList
{
    public static Markup Write(NotebookReport report) => Markup.Of($"""
        <div><dt>{report.Words.AsOf}</dt><dd>{DataText.AsOf(report) ?? report.Words.NoDate} <small>{(DataText.AsOf(report) is null ? report.Words.NoDatedData : report.Words.LastDayInData)}</small></dd></div>
        <div><dt>{report.Words.Data}</dt><dd>{DataText.Source(report) ?? report.Words.None} <small>{(report.Data is { } data ? DataText.Summary(data, report.Words) : report.Words.NotStated)}</small></dd></div>
        """);
}
