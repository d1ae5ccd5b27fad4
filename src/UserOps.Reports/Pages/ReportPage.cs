namespace UserOps.Reports.Pages;

/// <summary>The page of one report: everything that it needs is within it.</summary>
internal static class ReportPage
{
    public static string Write(NotebookReport report, DateTimeOffset now)
    {
        var opening = Opening.Of(report.Run.Executed);
        var markdown = new MarkdownText(report.Folder);
        var lede = markdown.WriteOutput(opening.Lede);
        var cells = new CellWriter(markdown, report.Words).Write(report.Run with { Executed = opening.Body });
        return Shell.Write(report.Words.Tag, report.Title, Markup.Of($"""
            <div class="page">
            {ReportHeader.Write(report, lede)}
            {Contents.Write(markdown.Headings, report.Since is not null, report.Words)}
            <main data-search="{report.Words.Search}">
            {ChangesSection.Write(report)}
            <p class="tools"><button type="button" id="toggle-code" data-open="{report.Words.HideCode}" data-closed="{report.Words.ShowCode}" hidden>{report.Words.ShowCode}</button></p>
            {cells}
            {AboutSection.Write(report, now)}
            </main>
            </div>
            """), Scripts(cells));
    }

    private static Markup Scripts(Markup cells) => Markup.Of($"""
        <script>
        {Asset.Script}
        </script>
        {Figures.Library(cells)}
        """);
}
