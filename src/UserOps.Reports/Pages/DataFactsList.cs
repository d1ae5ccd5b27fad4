namespace UserOps.Reports.Pages;

/// <summary>As of when and on which data a page speaks.</summary>
internal static class DataFactsList
{
    public static Markup Write(NotebookReport report) => Markup.Of($"""
        <div><dt>As of</dt><dd>{DataText.AsOf(report.Data) ?? "no date"} <small>{(DataText.AsOf(report.Data) is null ? "the notebook states no dated data" : "the last day in the data")}</small></dd></div>
        <div><dt>Data</dt><dd>{DataText.Source(report) ?? "none"} <small>{(report.Data is { } data ? DataText.Summary(data) : "not stated by the notebook")}</small></dd></div>
        """);
}
