using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Notebooks.Documents;

namespace UserOps.Notebooks.Execution;

/// <summary>Puts plotly.js once into a notebook that shows charts, so that a page exported from it draws them without a network.</summary>
internal static class OfflineCharts
{
    /// <summary>The notebook with the library in the HTML of its first chart; the same one when it shows none.</summary>
    public static NotebookDocument AddLibrary(NotebookDocument document)
    {
        for (int i = 0; i < document.Cells.Length; i++)
            if (document.Cells[i].Outputs is var outputs && outputs.FirstOrDefault(ShowsChart) is { } first)
                return document with { Cells = document.Cells.SetItem(i, document.Cells[i] with { Outputs = outputs.Replace(first, WithLibrary(first)) }) };
        return document;
    }

    private static bool ShowsChart(CellOutput output) => BundleOf(output)?[MimeBundle.Plotly] is not null;

    private static MimeBundle? BundleOf(CellOutput output) => output switch
    {
        CellOutput.Display display => display.Data,
        CellOutput.Result result => result.Data,
        _ => null,
    };

    private static CellOutput WithLibrary(CellOutput output) => output switch
    {
        CellOutput.Display display => display with { Data = WithLibrary(display.Data) },
        CellOutput.Result result => result with { Data = WithLibrary(result.Data) },
        _ => output,
    };

    private static MimeBundle WithLibrary(MimeBundle bundle) => bundle.With(MimeBundle.Html, PlotlyLibrary.Html + bundle[MimeBundle.Html]);
}
