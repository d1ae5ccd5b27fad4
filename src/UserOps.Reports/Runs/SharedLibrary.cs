using System.Security.Cryptography;
using System.Text;
using UserOps.Display.Charts;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Reports.Pages;

namespace UserOps.Reports.Runs;

/// <summary>Keeps the library that draws charts once for all runs of a folder instead of within every page and executed notebook: it is nearly all of their size.</summary>
/// <remarks>A page that is taken away from there shows its charts as still pictures.</remarks>
internal static class SharedLibrary
{
    // By its content too: what wraps the library may change with the program.
    private static readonly Lazy<string> FileName = new(() => $"plotly-{PlotlyLibrary.Version}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PlotlyLibrary.Script)))[..8]}.js");

    /// <summary>Takes the library out of the page of a run; it lies in the folder of runs from then on. Where it cannot lie there, the page stays whole.</summary>
    public static void MoveOutOfPage(string page)
    {
        string html = File.ReadAllText(page);
        if (!html.Contains(PlotlyLibrary.Html, StringComparison.Ordinal))
            return;
        if (LiesIn(Path.Combine(Path.GetDirectoryName(page)!, "..")))
            AtomicFile.Write(page, Shell.LoadingFrom($"../{FileName.Value}", html));
    }

    /// <summary>Whether the library lies in a folder, after it was written there if need be; several notebooks may do so at once.</summary>
    private static bool LiesIn(string folder)
    {
        string path = Path.Combine(folder, FileName.Value);
        try
        {
            if (!File.Exists(path))
                AtomicFile.Write(path, PlotlyLibrary.Script);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return File.Exists(path);
        }
    }

    /// <summary>Takes the library out of an executed notebook: whoever opens it in an editor sees still pictures.</summary>
    public static void RemoveFromNotebook(string executed)
    {
        if (File.Exists(executed))
            NotebookFile.Save(OfflineCharts.RemoveLibrary(NotebookFile.Load(executed)), executed);
    }
}
