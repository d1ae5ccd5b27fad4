using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using UserOps.Display;

namespace UserOps.Reports.Runs;

/// <summary>How far a run has come.</summary>
public enum RunStatus
{
    /// <summary>It has begun and has not said that it ended.</summary>
    Running,
    /// <summary>Every notebook was run, whether its cells failed or not.</summary>
    Done,
    /// <summary>It was stopped by a person, or could not be carried out.</summary>
    Stopped,
    /// <summary>Its process ended without a word; a later run found it so.</summary>
    Abandoned,
}

/// <summary>What <c>run.json</c> says of a run: who ran what, on which data, and how it ended.</summary>
public sealed record RunRecord
{
    /// <summary>The format that this program writes; it reads this one and earlier ones.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The format of the file.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The name of the run and of its folder.</summary>
    public required string Id { get; init; }

    /// <summary>How far the run has come.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it ended, UTC; null while it runs and where its process ended without a word.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>The number of the process that ran it.</summary>
    public required int Process { get; init; }

    /// <summary>The programs that ran it.</summary>
    public required RunVersions Versions { get; init; }

    /// <summary>What was asked for; values of secret parameters are never part of it.</summary>
    public required RunRequest Request { get; init; }

    /// <summary>The data as they were when the run began; null where no notebook takes data.</summary>
    public DataIdentity? Data { get; init; }

    /// <summary>Files of the data that were replaced while the run read them: its numbers may mix the old and the new.</summary>
    public IReadOnlyList<string> ReplacedFiles { get; init; } = [];

    /// <summary>What is striking about the data beside those of the run before, in whole sentences.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The notebooks in the order in which they were asked for.</summary>
    public IReadOnlyList<NotebookRecord> Notebooks { get; init; } = [];
}

/// <summary>The programs that ran notebooks.</summary>
/// <param name="UserOps">The version of this program.</param>
/// <param name="DotNet">The version of the .NET runtime.</param>
/// <param name="System">The operating system and the kind of processor.</param>
public sealed record RunVersions(string UserOps, string DotNet, string System)
{
    /// <summary>Those of this process.</summary>
    internal static RunVersions Current { get; } = new(
        typeof(RunVersions).Assembly.GetName().Version!.ToString(3), Environment.Version.ToString(),
        $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}".ToLowerInvariant());
}

/// <summary>What somebody asked a run for.</summary>
/// <param name="Parameters">Parameters given by the caller, by name; without the data and without secrets.</param>
/// <param name="Data">The last part of the path of the data, or null.</param>
/// <param name="Jobs">How many notebooks ran side by side.</param>
/// <param name="TimeoutSeconds">How long one notebook might take, in seconds; null without limit.</param>
/// <param name="CellTimeoutSeconds">How long one cell might take, in seconds; null without limit.</param>
/// <param name="KeepGoing">Whether later cells ran after one had failed.</param>
public sealed record RunRequest(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Parameters, string? Data, int Jobs, double? TimeoutSeconds, double? CellTimeoutSeconds, bool KeepGoing);

/// <summary>How one notebook of a run ended.</summary>
public enum NotebookStatus
{
    /// <summary>It has not been run.</summary>
    NotRun,
    /// <summary>No cell failed.</summary>
    Ok,
    /// <summary>A cell failed.</summary>
    Failed,
    /// <summary>It was not run, since its data do not hold what it needs.</summary>
    Refused,
    /// <summary>It was run, and every section of it stays blank.</summary>
    Blank,
}

/// <summary>One notebook of a run.</summary>
/// <param name="Name">The file name without folder and extension: files of the run are named after it.</param>
/// <param name="Status">How it ended.</param>
public sealed record NotebookRecord(string Name, NotebookStatus Status)
{
    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>A hash of its code cells as they stand in its file, so without the values that the caller gave: equal for equal code, whatever the notebook is called.</summary>
    public string? Code { get; init; }

    /// <summary>The parameters as they stood in the run, by name; the value of a secret one is <c>***</c>.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Parameters { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>The value of its parameter <c>seed</c>, or null where it has none.</summary>
    public long? Seed { get; init; }

    /// <summary>The hash of the data that it opened, or null.</summary>
    public string? DataHash { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public double? Seconds { get; init; }

    /// <summary>The number of the cell that failed, code cells counted from 1; null where none did.</summary>
    public int? FailedCell { get; init; }

    /// <summary>Why it failed, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>What its data leave blank, and for want of what.</summary>
    public IReadOnlyList<string> Blanks { get; init; } = [];

    /// <summary>The files that were delivered besides its page, as paths within the folder of the run.</summary>
    public IReadOnlyList<string> Delivered { get; init; } = [];
}
