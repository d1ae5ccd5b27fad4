using UserOps.Data;
using UserOps.Display;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Notebooks.Parameters;
using UserOps.Reports.Languages;
using UserOps.Reports.Runs;

namespace UserOps.Reports.Contracts;

/// <summary>A notebook that is to run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Document">It itself.</param>
/// <param name="Parameters">What it declares.</param>
/// <param name="Options">How it will run.</param>
public sealed record NotebookToRun(string Name, NotebookDocument Document, IReadOnlyList<ParameterDeclaration> Parameters, RunOptions Options)
{
    /// <summary>The full path of the data that its parameter <c>data</c> names; null where it has none.</summary>
    public string? DataPath => Texts("data") is [{ Length: > 0 } path] ? Path.GetFullPath(Path.Combine(Options.WorkingDirectory, path)) : null;

    /// <summary>The values that a parameter will have; empty where that cannot be told before it runs.</summary>
    internal IReadOnlyList<string> Texts(string parameter)
    {
        var declared = Parameters.FirstOrDefault(declared => declared.Name == parameter);
        return Options.Parameters.GetValueOrDefault(parameter) is not { } given ? declared?.DefaultTexts ?? []
            // As when the notebook is given it: one text for a list is its elements with commas between them.
            : given is [var only] && declared?.Type.EndsWith("[]", StringComparison.Ordinal) == true ? only.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : given;
    }

    /// <summary>The values that the caller gave to a parameter; empty where it keeps its default.</summary>
    internal IReadOnlyList<string> Given(string parameter) => Gives(parameter) ? Texts(parameter) : [];

    internal bool Gives(string parameter) => Options.Parameters.TryGetValue(parameter, out var texts) && texts.Any(text => text.Length > 0);
}

/// <summary>What is known of the data before the first cell runs.</summary>
/// <param name="Findings">What each notebook would find, by its name; notebooks without a contract are left out.</param>
/// <param name="Remarks">What is striking beside the last run.</param>
/// <param name="Profile">How the values are spread; null where no export was opened.</param>
public sealed record Preflight(IReadOnlyDictionary<string, ContractFindings> Findings, IReadOnlyList<string> Remarks, DataProfile? Profile)
{
    /// <summary>Opens the data of notebooks that have a contract, each export once, and holds the contracts against them.</summary>
    /// <param name="notebooks">The notebooks.</param>
    /// <param name="today">The day from which the age of the newest record is counted.</param>
    /// <param name="freshDays">How many days old it may be, as the caller wishes.</param>
    /// <param name="last">The last run into the same folder, or null.</param>
    /// <param name="language">The language of what is said.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="UserOpsException">A contract is not understood.</exception>
    public static Preflight Of(IReadOnlyList<NotebookToRun> notebooks, DateOnly today, int? freshDays, FinishedRun? last, Language language, CancellationToken cancellation)
    {
        var findings = new Dictionary<string, ContractFindings>(StringComparer.Ordinal);
        List<Dataset> exports = [];
        foreach (var group in notebooks.Where(notebook => HasContract(notebook, freshDays)).GroupBy(ExportKey, StringComparer.Ordinal))
        {
            var (export, problem) = Open(group.First(), cancellation);
            foreach (var notebook in group)
                findings[notebook.Name] = export is null ? new([problem!], [], null) : ContractCheck.Of(DataContract.Of(notebook.Document), export, today, freshDays, language, notebook.Given);
            if (export is not null)
                exports.Add(export);
        }
        if (exports is not [var only])
            return new(findings, [], null);
        var profile = DataProfile.Of(only, last?.Profile);
        return new(findings, DataChanges.Since(last, only.Identity, profile, Words.In(language)), profile);
    }

    private static bool HasContract(NotebookToRun notebook, int? freshDays) =>
        notebook.DataPath is not null && DataContract.Of(notebook.Document) is var contract
        && (!contract.IsEmpty || freshDays is not null) && !contract.Unless.Any(notebook.Gives);

    private static string ExportKey(NotebookToRun notebook) => string.Join('\n', [notebook.DataPath!, .. notebook.Texts("map"), "", .. notebook.Texts("columns")]);

    private static (Dataset? Export, string? Problem) Open(NotebookToRun notebook, CancellationToken cancellation)
    {
        string path = notebook.DataPath!;
        if (!Path.Exists(path))
            return (null, $"There is no file or folder '{path}'.{NearestName.Suggest(Path.GetFileName(path), Neighbours(path))} Name the export with --data.");
        try
        {
            var names = notebook.Texts("columns");
            return (Dataset.Open(path, new() { Map = notebook.Texts("map"), ColumnNames = names.Count > 0 ? names : null }, cancellation: cancellation), null);
        }
        catch (UserOpsException problem)
        {
            return (null, problem.Message);
        }
    }

    private static IEnumerable<string> Neighbours(string path) => Path.GetDirectoryName(path) is { } folder && Directory.Exists(folder)
        ? Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).OfType<string>()
        : [];
}
