using UserOps.Display.Charts;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Reports.Pages;

namespace UserOps.Reports.Runs;

/// <summary>Keeps the library that draws charts once for all runs of a folder instead of within every page and executed notebook: it is nearly all of their size.</summary>
/// <remarks>A page that is taken away from there shows its charts as still pictures.</remarks>
internal static class SharedLibrary
{
    private static readonly string FileName = $"plotly-{PlotlyLibrary.Version}.js";

    /// <summary>Takes the library out of the page of a run; it lies in the folder of runs from then on.</summary>
    public static void MoveOutOfPage(string page)
    {
        string html = File.ReadAllText(page);
        if (!html.Contains(PlotlyLibrary.Html, StringComparison.Ordinal))
            return;
        string shared = Path.Combine(Path.GetDirectoryName(page)!, "..", FileName);
        if (!File.Exists(shared))
            AtomicFile.Write(shared, PlotlyLibrary.Script);
        AtomicFile.Write(page, Shell.LoadingFrom($"../{FileName}", html));
    }

    /// <summary>Takes the library out of an executed notebook: whoever opens it in an editor sees still pictures.</summary>
    public static void RemoveFromNotebook(string executed)
    {
        if (File.Exists(executed))
            NotebookFile.Save(OfflineCharts.RemoveLibrary(NotebookFile.Load(executed)), executed);
    }
}
