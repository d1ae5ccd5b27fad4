using UserOps.Cli.Reporting;
using UserOps.Data;
using UserOps.Display;
using UserOps.Notebooks.Documents;
using UserOps.Reports.Contracts;

namespace UserOps.Cli.Checking;

/// <summary>Whether an export can feed a notebook.</summary>
/// <param name="Notebook">The notebook's name.</param>
/// <param name="Contract">What it asks for.</param>
/// <param name="Findings">What it would find; null where it says nothing of its data.</param>
internal sealed record Feeding(string Notebook, DataContract Contract, ContractFindings? Findings)
{
    private static readonly TableColumn[] Headings = [new("Notebook", Format.Text), new("Answers", Format.Text), new("What is missing", Format.Text)];

    /// <summary>The notebooks of the nearest folder <c>notebooks</c>, each against the export.</summary>
    public static IReadOnlyList<Feeding> Of(Dataset export)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
        return [.. NotebookFinder.Near().Select(path => (Path: path, Contract: DataContract.Of(NotebookFile.Load(path))))
            .Select(found => new Feeding(Path.GetFileNameWithoutExtension(found.Path), found.Contract, found.Contract.IsEmpty ? null : ContractCheck.Of(found.Contract, export, today)))];
    }

    /// <summary>One row for each thing that is missing.</summary>
    public static Table ToTable(IReadOnlyList<Feeding> notebooks) => new("Which notebooks it can feed", Headings, notebooks.SelectMany(notebook => notebook.Rows()));

    private string Verdict => Findings switch
    {
        null => "not said",
        { CanAnswer: false } => "no",
        { Blanks.Count: 0 } => "yes",
        _ => "in part",
    };

    /// <summary>What a notebook that finds nothing can read instead.</summary>
    private IEnumerable<string> Instead() => Findings is { CanAnswer: false } && Contract.Unless.Count > 0
        ? [$"With -p {string.Join(", ", Contract.Unless.Select(name => name + "=…"))} it reads a ready table instead."]
        : [];

    private IEnumerable<object?[]> Rows()
    {
        string[] missing = [.. Findings?.Problems ?? [], .. Findings?.Blanks ?? [], .. Instead()];
        return missing.Length == 0 ? [[Notebook, Verdict, null]] : missing.Select((what, i) => new object?[] { i == 0 ? Notebook : null, i == 0 ? Verdict : null, what });
    }
}
