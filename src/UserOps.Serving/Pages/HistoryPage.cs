using UserOps.Reports.Pages;

namespace UserOps.Serving.Pages;

/// <summary>Earlier runs in the folder of reports, the latest first.</summary>
internal static class HistoryPage
{
    public static string Write(string folder)
    {
        string runs = Path.Combine(folder, "runs");
        string[] found = Directory.Exists(runs) ? [.. Directory.EnumerateDirectories(runs).OrderDescending(StringComparer.Ordinal)] : [];
        return Frame.Write("History", Markup.Of($"""
            <h1>History</h1>
            {(found.Length == 0 ? Markup.Of($"<p>No run has been kept yet.</p>") : Markup.ForEach(found, Run))}
            """));
    }

    private static Markup Run(string folder) => Markup.Of($"""
        <section class="run"><h2>{Path.GetFileName(folder)}</h2><ul>
        {Markup.ForEach(Directory.EnumerateFiles(folder, "*.html").Order(StringComparer.Ordinal), page => Markup.Of(
            $"<li><a href=\"/reports/runs/{Uri.EscapeDataString(Path.GetFileName(folder))}/{Uri.EscapeDataString(Path.GetFileName(page))}\">{Path.GetFileNameWithoutExtension(page)}</a></li>"))}
        </ul></section>
        """);
}
