namespace UserOps.Reports.Pages;

/// <summary>The first screen of a report: what it is, as of when, on which data, with which parameters, and its key numbers.</summary>
internal static class ReportHeader
{
    public static Markup Write(NotebookReport report, Markup lede) => Markup.Of($"""
        <header>
        <nav class="up"><a href="index.html">{report.Words.AllReports}</a></nav>
        <h1>{report.Title}</h1>
        <div class="lede">{lede}</div>
        {Facts(report)}
        {FailurePanel.Write(report)}
        {MetricCards.Write(report)}
        </header>
        """);

    private static Markup Facts(NotebookReport report) => Markup.Of($"""
        <dl class="facts">
        {DataFactsList.Write(report)}
        {Parameters(report)}
        </dl>
        """);

    private static Markup Parameters(NotebookReport report)
    {
        var shown = report.Run.Parameters.Where(parameter => parameter.Name != "data").ToList();
        return shown.Count == 0 ? Markup.Empty : Markup.Of($"""
            <div class="wide"><dt>{report.Words.Parameters}</dt><dd>{Markup.Join(shown.Select(parameter => Markup.Of(
                $"<span class=\"parameter\"><b>{parameter.Name}</b> {ParameterText.Write(parameter, report.Words)}</span>")), " ")}</dd></div>
            """);
    }
}
