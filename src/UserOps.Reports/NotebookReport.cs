using UserOps.Display;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Reports.Languages;

namespace UserOps.Reports;

/// <summary>One run of a notebook, read for what a report needs: title, key numbers, data.</summary>
public sealed class NotebookReport
{
    /// <summary>Reads a run.</summary>
    /// <param name="name">The notebook's file name without folder and extension; the report's files are named after it.</param>
    /// <param name="run">The finished run, failed or not.</param>
    /// <param name="folder">The folder that pictures named in its text are looked up in, or null.</param>
    public NotebookReport(string name, NotebookRun run, string? folder = null)
    {
        (Name, Run, Folder) = (name, run, folder);
        MimeBundle[] bundles = [.. run.Executed.Cells.SelectMany(cell => cell.Outputs).Select(BundleOf).OfType<MimeBundle>()];
        Bundles = bundles;
        var named = NamedMetrics.Read(bundles);
        (Metrics, Warnings) = (named.Metrics, named.Warnings);
        Data = DataFacts.Combine([.. bundles.Select(DataFacts.Read).OfType<DataIdentity>()]);
        Picture = StillPicture.FindFirst(bundles);
    }

    /// <summary>The notebook's file name without folder and extension.</summary>
    public string Name { get; }

    /// <summary>The run.</summary>
    public NotebookRun Run { get; }

    /// <summary>The first heading, or the name where the notebook has none.</summary>
    public string Title => Run.Executed.Title ?? Name;

    /// <summary>The key numbers in order of first appearance; of two with one name the last counts.</summary>
    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>What its reader should know about the report itself, such as a metric named twice.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The data that the run opened, all of it together; null where it opened none.</summary>
    public DataIdentity? Data { get; }

    /// <summary>The language of what the report says of itself.</summary>
    public Language Language { get; init; }

    internal Words Words => Words.In(Language);

    /// <summary>Whether no cell failed.</summary>
    public bool Succeeded => Run.Succeeded;

    /// <summary>The first picture of the run as an SVG document, or null.</summary>
    internal string? Picture { get; }

    internal string? Folder { get; }

    /// <summary>What the cells showed, in order.</summary>
    internal IReadOnlyList<MimeBundle> Bundles { get; }

    internal static MimeBundle? BundleOf(CellOutput output) => output switch
    {
        CellOutput.Display display => display.Data,
        CellOutput.Result result => result.Data,
        _ => null,
    };
}
