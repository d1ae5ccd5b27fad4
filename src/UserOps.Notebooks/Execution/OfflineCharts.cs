using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Notebooks.Documents;

namespace UserOps.Notebooks.Execution;

/// <summary>Puts plotly.js once into a notebook that shows charts, so that a page exported from it draws them without a network.</summary>
public static class OfflineCharts
{
    /// <summary>The notebook with the library in the HTML of its first chart; the same one when it shows none.</summary>
    public static NotebookDocument AddLibrary(NotebookDocument document)
    {
        for (int i = 0; i < document.Cells.Length; i++)
            if (document.Cells[i].Outputs is var outputs && outputs.FirstOrDefault(ShowsChart) is { } first)
                return document with { Cells = document.Cells.SetItem(i, document.Cells[i] with { Outputs = outputs.Replace(first, WithLibrary(first)) }) };
        return document;
    }

    /// <summary>The notebook as it was before <see cref="AddLibrary"/>: a page that draws its charts brings the library itself.</summary>
    public static NotebookDocument RemoveLibrary(NotebookDocument document) => document with
    {
        Cells = [.. document.Cells.Select(cell => cell.Outputs.Any(HasLibrary) ? cell with { Outputs = [.. cell.Outputs.Select(output => HasLibrary(output) ? WithoutLibrary(output) : output)] } : cell)],
    };

    private static bool HasLibrary(CellOutput output) => BundleOf(output)?[MimeBundle.Html]?.StartsWith(PlotlyLibrary.Html, StringComparison.Ordinal) == true;

    private static bool ShowsChart(CellOutput output) => BundleOf(output)?[MimeBundle.Plotly] is not null;

    private static MimeBundle? BundleOf(CellOutput output) => output switch
    {
        CellOutput.Display display => display.Data,
        CellOutput.Result result => result.Data,
        _ => null,
    };

    private static CellOutput WithLibrary(CellOutput output) => Change(output, html => PlotlyLibrary.Html + html);

    private static CellOutput WithoutLibrary(CellOutput output) => Change(output, html => html![PlotlyLibrary.Html.Length..]);

    private static CellOutput Change(CellOutput output, Func<string?, string> change) => output switch
    {
        CellOutput.Display display => display with { Data = display.Data.With(MimeBundle.Html, change(display.Data[MimeBundle.Html])) },
        CellOutput.Result result => result with { Data = result.Data.With(MimeBundle.Html, change(result.Data[MimeBundle.Html])) },
        _ => output,
    };
}
