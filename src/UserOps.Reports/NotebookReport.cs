using UserOps.Differences;
using UserOps.Display;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Reports.Comparison;
using UserOps.Reports.Contracts;
using UserOps.Reports.Languages;
using UserOps.Reports.Runs;

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
        Sections = [.. bundles.Select(bundle => bundle[MimeBundle.Section]).OfType<string>().Select(SectionState.FromJson).Distinct()];
        Data = DataFacts.Combine([.. bundles.Select(DataFacts.Read).OfType<DataIdentity>()]);
        Picture = StillPicture.FindFirst(bundles);
    }

    /// <summary>The notebook's file name without folder and extension.</summary>
    public string Name { get; }

    /// <summary>What stands behind the key numbers, by name, so that later runs can be compared; empty where nobody collected it.</summary>
    public IReadOnlyDictionary<string, UserEvidence> Evidence { get; init; } = new Dictionary<string, UserEvidence>();

    /// <summary>The run.</summary>
    public NotebookRun Run { get; }

    /// <summary>The first heading, or the name where the notebook has none.</summary>
    public string Title => Run.Executed.Title ?? Name;

    /// <summary>The key numbers in order of first appearance; of two with one name the last counts.</summary>
    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>What its reader should know about the report itself, such as a metric named twice.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The data that the run opened, all of it together; of a refused one the data that were refused; null where there were none.</summary>
    public DataIdentity? Data { get; private init; }

    /// <summary>Why the notebook was not run at all: its data do not keep its contract; empty where it was run.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];

    /// <summary>What its data leave blank by its contract, and for want of what.</summary>
    public IReadOnlyList<string> Blanks { get; init; } = [];

    /// <summary>The questions that its cells asked, in order of first appearance.</summary>
    public IReadOnlyList<SectionState> Sections { get; }

    /// <summary>What stays blank, one sentence for each reason: the sections that found no answer; where no section says so, what the contract foresaw.</summary>
    public IReadOnlyList<string> LeftBlank => BlankSections.Count == 0 ? Blanks
        : [.. BlankSections.GroupBy(section => section.Missing!, section => section.Title).Select(same => Words.Export.Blank(string.Join(Words.ListSeparator, same), same.Key))];

    /// <summary>What stays blank of a report that answers something; of another one it is the reason.</summary>
    internal IReadOnlyList<string> Gaps => Succeeded ? LeftBlank : [];

    /// <summary>The sections that found no answer.</summary>
    internal IReadOnlyList<SectionState> BlankSections => [.. Sections.Where(section => section.Missing is not null)];

    /// <summary>The language of what the report says of itself.</summary>
    public Language Language { get; set; }

    internal Words Words => Words.In(Language);

    /// <summary>How it ended. A notebook all of whose sections stay blank, and that has no key number besides, has answered nothing.</summary>
    public NotebookStatus Status => Refusals.Count > 0 ? NotebookStatus.Refused
        : !Run.Succeeded ? NotebookStatus.Failed
        : Sections.Count > 0 && BlankSections.Count == Sections.Count && Metrics.Count == 0 ? NotebookStatus.Blank
        : NotebookStatus.Ok;

    /// <summary>Whether it was run, no cell failed, and it answers something.</summary>
    public bool Succeeded => Status == NotebookStatus.Ok;

    /// <summary>Why it is no whole report; null where it is one.</summary>
    public string? Reason => Status switch
    {
        NotebookStatus.Refused => string.Join(" ", Refusals),
        NotebookStatus.Failed => FailureText.Reason(Run),
        NotebookStatus.Blank => string.Join(" ", [Words.EverySectionBlank, .. LeftBlank]),
        _ => null,
    };

    /// <summary>A report that only says why there is none.</summary>
    /// <param name="name">The notebook's file name without folder and extension.</param>
    /// <param name="notebook">The notebook.</param>
    /// <param name="findings">Why it is not run, and on which data.</param>
    /// <param name="folder">The folder that pictures named in its text are looked up in, or null.</param>
    public static NotebookReport Refused(string name, NotebookDocument notebook, ContractFindings findings, string? folder = null) =>
        new(name, new(notebook, [.. notebook.Cells.Select((_, index) => new CellRun(index, CellStatus.NotRun, TimeSpan.Zero))], [], TimeSpan.Zero), folder)
        {
            Refusals = findings.Problems,
            Data = findings.Data,
        };

    /// <summary>The evidence as it is kept with the run; null until it was compared.</summary>
    internal byte[]? EvidenceFile { get; set; }

    /// <summary>The report beside the ones before it; null where there are none.</summary>
    internal SinceLastTime? Since { get; set; }

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
