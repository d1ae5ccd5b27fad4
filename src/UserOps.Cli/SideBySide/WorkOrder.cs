using System.Text.Json.Serialization;
using UserOps.Notebooks.Execution;

namespace UserOps.Cli.SideBySide;

/// <summary>What a run tells the process that runs one of its notebooks; secrets are not part of it, since processes inherit the environment.</summary>
/// <param name="Path">The notebook.</param>
/// <param name="Parameters">The values given for its parameters.</param>
/// <param name="CellTimeout">How long one cell may take.</param>
/// <param name="Timeout">How long the notebook may take.</param>
/// <param name="KeepGoing">Whether later cells run after one has failed.</param>
/// <param name="SaveTo">Where the executed notebook is saved.</param>
internal sealed record WorkOrder(
    string Path, IReadOnlyDictionary<string, IReadOnlyList<string>> Parameters, TimeSpan? CellTimeout, TimeSpan? Timeout, bool KeepGoing, string SaveTo);

/// <summary>What that process answers, one a line: progress, and at the end how the run went or why there was none.</summary>
/// <param name="Progress">How far it is.</param>
/// <param name="Result">How it went.</param>
/// <param name="Problem">Why there was no run.</param>
internal sealed record WorkMessage(RunProgress? Progress = null, WorkResult? Result = null, string? Problem = null);

/// <summary>A finished run without the executed notebook, which lies in its file.</summary>
internal sealed record WorkResult(IReadOnlyList<CellRun> Cells, IReadOnlyList<WorkParameter> Parameters, TimeSpan Elapsed, byte[] Evidence);

/// <summary>A parameter as it stood in a run.</summary>
internal sealed record WorkParameter(string Name, string Type, PlainValue Value, bool Overridden);

/// <summary>Reads and writes orders and messages by code that is made when the program is built.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WorkOrder))]
[JsonSerializable(typeof(WorkMessage))]
internal sealed partial class WorkJson : JsonSerializerContext;
