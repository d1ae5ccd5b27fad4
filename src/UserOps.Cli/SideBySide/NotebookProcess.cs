using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using UserOps.Cli.Reporting;
using UserOps.Kernel.Installation;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Reports.Comparison;

namespace UserOps.Cli.SideBySide;

/// <summary>Runs a notebook in a process of its own: console, current folder and formatters belong to a process, so two notebooks cannot share one.</summary>
internal static class NotebookProcess
{
    public static async Task<NotebookRun> RunAsync(PlannedRun planned, string saveTo, EvidenceCollection evidence, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        using var process = Start();
        await using var _ = cancellation.Register(() => Stop(process));
        var complaints = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await GiveAsync(process, new(planned.Path, planned.Options.Parameters, planned.Options.CellTimeout, planned.Options.Timeout, planned.Options.KeepGoing, saveTo));
        WorkResult? result = null;
        var cells = planned.Document.Cells.Select((_, index) => new CellRun(index, CellStatus.NotRun, TimeSpan.Zero)).ToArray();
        while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            var message = JsonSerializer.Deserialize(line, WorkJson.Default.WorkMessage)!;
            if (message.Progress is { } step)
            {
                // A cell has failed until it says that it has not: its process may end first.
                cells[step.Cell] = step.Finished ?? new(step.Cell, CellStatus.Failed, TimeSpan.Zero);
                progress.Report(step);
            }
            result ??= message.Problem is { } problem ? throw new UserOpsException($"{planned.Name}: {problem}") : message.Result;
        }
        await process.WaitForExitAsync(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        evidence.Add(result?.Evidence);
        return result is null ? Lost(planned, cells, saveTo, $"The process of the notebook ended in the middle of it (exit code {process.ExitCode}). {string.Join(' ', (await complaints).Split('\n').Take(1))}".Trim())
            : Read(result, saveTo);
    }

    private static NotebookRun Read(WorkResult result, string saveTo) => new(
        OfflineCharts.RemoveLibrary(NotebookFile.Load(saveTo)), result.Cells,
        [.. result.Parameters.Select(parameter => new ParameterValue(parameter.Name, parameter.Type, parameter.Value.Value, parameter.Overridden))], result.Elapsed);

    private static Process Start()
    {
        var own = typeof(NotebookProcess).Assembly;
        IReadOnlyList<string> program = Assembly.GetEntryAssembly() == own ? KernelProgram.Current.Arguments : [Dotnet, own.Location];
        return Process.Start(new ProcessStartInfo(program[0], [.. program.Skip(1), RunNotebookCommand.Name])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        })!;
    }

    private static string Dotnet => Path.Combine(KernelProgram.Current.DotnetRoot, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    private static async Task GiveAsync(Process process, WorkOrder order)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(order, WorkJson.Default.WorkOrder));
        process.StandardInput.Close();
    }

    private static void Stop(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has just ended by itself.
        }
    }

    /// <summary>A run whose process ended without an answer: what it had saved, and the cell in which it ended as the failed one.</summary>
    private static NotebookRun Lost(PlannedRun planned, CellRun[] cells, string saveTo, string message)
    {
        var saved = File.Exists(saveTo) ? OfflineCharts.RemoveLibrary(NotebookFile.Load(saveTo)) : planned.Document;
        int failed = Array.FindIndex(cells, cell => cell.Status == CellStatus.Failed);
        if (failed < 0)
            throw new UserOpsException($"{planned.Name}: {message}");
        var cell = saved.Cells[failed];
        var told = cell with { Outputs = cell.Outputs.Add(new CellOutput.Error("ProcessEnded", message, [message])) };
        return new(saved with { Cells = saved.Cells.SetItem(failed, told) }, cells, [], TimeSpan.Zero);
    }
}
