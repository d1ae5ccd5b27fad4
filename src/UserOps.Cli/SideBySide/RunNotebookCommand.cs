using System.CommandLine;
using System.Text.Json;
using UserOps.Cli.Reporting;
using UserOps.Notebooks;
using UserOps.Notebooks.Execution;
using UserOps.Reports.Comparison;

namespace UserOps.Cli.SideBySide;

/// <summary>The other side of <see cref="NotebookProcess"/>: takes an order from standard input and answers on standard output. Not for people.</summary>
internal static class RunNotebookCommand
{
    public const string Name = "run-notebook";

    public static Command Make()
    {
        var command = new Command(Name, "Runs one notebook for another process of this program.") { Hidden = true };
        command.SetAction((_, cancellation) => RunAsync(cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellation)
    {
        // Cells print into their outputs, so nothing else writes to these streams.
        var answers = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        var order = JsonSerializer.Deserialize(await Console.In.ReadToEndAsync(cancellation), WorkJson.Default.WorkOrder)!;
        try
        {
            using var evidence = EvidenceCollection.Start();
            var run = await NotebookRunner.RunAsync(Notebook.Load(order.Path).Document, Options(order), new Answers(answers), cancellation);
            Answer(answers, new(Result: new(run.Cells, [.. run.Parameters.Select(Plain)], run.Elapsed, evidence.ToBytes())));
        }
        catch (NotebookException problem)
        {
            Answer(answers, new(Problem: problem.Message));
        }
        return ExitCode.Ok;
    }

    private static RunOptions Options(WorkOrder order) => InBox.RunIn(Path.GetDirectoryName(order.Path)!) with
    {
        Parameters = order.Parameters,
        CellTimeout = order.CellTimeout,
        Timeout = order.Timeout,
        KeepGoing = order.KeepGoing,
        SaveTo = order.SaveTo,
    };

    private static WorkParameter Plain(ParameterValue parameter) => new(parameter.Name, parameter.Type, PlainValue.Of(parameter.Value), parameter.Overridden);

    private static void Answer(TextWriter answers, WorkMessage message) => answers.WriteLine(JsonSerializer.Serialize(message, WorkJson.Default.WorkMessage));

    private sealed class Answers(TextWriter answers) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => Answer(answers, new(Progress: value));
    }
}
