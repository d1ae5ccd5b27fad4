using System.Collections.Immutable;
using UserOps.Display;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;

namespace UserOps.Reports.Tests;

/// <summary>Runs made by hand.</summary>
internal static class Runs
{
    public static readonly DateTimeOffset Now = new(2025, 3, 4, 5, 6, 0, TimeSpan.Zero);

    public static readonly DataIdentity Shop = new(
        [new("events.csv", "events", 1200, "aa11"), new("orders.csv", "orders", 80, "bb22")],
        new(2024, 1, 1, 0, 30, 0, DateTimeKind.Utc), new(2024, 6, 30, 17, 0, 0, DateTimeKind.Utc), "Asia/Shanghai", "0123456789abcdef");

    public static NotebookCell Text(string source) => new("markdown", source);

    public static NotebookCell Code(string source, params CellOutput[] outputs) => new("csharp", source) { Outputs = [.. outputs], ExecutionCount = 1 };

    public static CellOutput Shown(MimeBundle bundle) => new CellOutput.Display(bundle);

    public static CellOutput Plain(string text) => Shown(MimeBundle.Of(text));

    public static CellOutput Error(string name, string message) => new CellOutput.Error(name, message, [$"{name}: {message}", "  cell 2, line 1"]);

    public static CellOutput Named(Metric metric) => Shown(metric.Render());

    public static CellOutput Opened(DataIdentity data) => Shown(data.Render());

    /// <summary>A run in which a code cell failed where it shows an error, and later cells were not reached.</summary>
    public static NotebookRun Of(params NotebookCell[] cells)
    {
        int failure = Array.FindIndex(cells, cell => cell.Outputs.Any(output => output is CellOutput.Error));
        return new(new([.. cells]), [.. cells.Select((cell, index) => new CellRun(index, StatusOf(cell, index, failure), TimeSpan.FromSeconds(1)))], [], TimeSpan.FromSeconds(3));
    }

    public static NotebookRun With(this NotebookRun run, params ParameterValue[] parameters) => run with { Parameters = parameters.ToImmutableArray() };

    private static CellStatus StatusOf(NotebookCell cell, int index, int failure) =>
        cell.IsMarkdown || (failure >= 0 && index > failure) ? CellStatus.NotRun : index == failure ? CellStatus.Failed : CellStatus.Succeeded;
}
