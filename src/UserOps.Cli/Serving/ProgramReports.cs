using System.Diagnostics;
using System.Text.Json.Nodes;
using UserOps.Cli.Reporting;
using UserOps.Cli.Terminals;
using UserOps.Kernel.Installation;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Parameters;
using UserOps.Reports.Languages;
using UserOps.Serving;

namespace UserOps.Cli.Serving;

/// <summary>Runs reports for the page in a process of their own: a notebook that hangs or runs out of memory takes nothing else with it, and can be stopped at any time.</summary>
internal sealed class ProgramReports(string outFolder, Language language) : IReportProgram
{
    private static readonly Terminal Nobody = new(TextWriter.Null, TextWriter.Null, IsInteractive: false);

    private readonly Lazy<IReadOnlyList<(string Path, ServedNotebook Notebook)>> _notebooks = new(Load);

    public IReadOnlyList<ServedNotebook> Notebooks => [.. _notebooks.Value.Select(entry => entry.Notebook)];

    public IReadOnlyList<string> Check(RunOrder order)
    {
        try
        {
            Plan.Make(Request(order), outFolder, Nobody);
            return [];
        }
        catch (UserOpsException problem)
        {
            string[] lines = problem.Message.Split('\n');
            return [.. (lines.Length == 1 ? lines : lines.Skip(1).Select(line => line.TrimStart('-', ' '))).Select(line => WithoutName(line, order.Notebook))];
        }
    }

    public async Task<RunResult> RunAsync(RunOrder order, IProgress<string> lines, CancellationToken cancellation)
    {
        var program = KernelProgram.Current.Arguments;
        using var process = Process.Start(new ProcessStartInfo(program[0], [.. program.Skip(1), .. Arguments(order)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Close();
        try
        {
            var delivered = process.StandardOutput.ReadToEndAsync(cancellation);
            await Task.WhenAll(delivered, Pass(process.StandardError, lines.Report, cancellation), process.WaitForExitAsync(cancellation));
            return new(process.ExitCode, RunIn(await delivered));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private IEnumerable<string> Arguments(RunOrder order)
    {
        var request = Request(order);
        return
        [
            "report", request.Notebooks[0], "--out", outFolder, "--json", .. language == Language.Chinese ? ["--lang", "zh"] : (string[])[], .. request.Data is { } data ? ["--data", data] : (string[])[],
            .. request.Parameters.SelectMany(parameter => (string[])["-p", parameter]),
        ];
    }

    /// <summary>The name of the run that was delivered; a run that was refused delivers nothing.</summary>
    private static string? RunIn(string delivered) => delivered.Length == 0 ? null : Path.GetFileName((string?)JsonNode.Parse(delivered)!["run"]);

    private ReportRequest Request(RunOrder order)
    {
        var (path, notebook) = _notebooks.Value.First(entry => entry.Notebook.Name == order.Notebook);
        return new()
        {
            Notebooks = [path],
            Data = notebook.Parameters.Any(parameter => parameter.Name == "data") ? order.Data : null,
            Parameters = [.. order.Values.SelectMany(pair => pair.Value.Select(value => $"{pair.Key}={value}"))],
            Out = outFolder,
        };
    }

    // The page names the notebook already.
    private static string WithoutName(string line, string notebook) => line.StartsWith(notebook + ": ", StringComparison.Ordinal) ? line[(notebook.Length + 2)..] : line;

    private static async Task Pass(StreamReader reader, Action<string> line, CancellationToken cancellation)
    {
        while (await reader.ReadLineAsync(cancellation) is { } text)
            line(text);
    }

    private static IReadOnlyList<(string, ServedNotebook)> Load()
    {
        var problems = new Problems();
        var paths = NotebookFinder.Find([], problems);
        problems.ThrowIfAny();
        return [.. paths.Select(path => (path, Describe(path)))];
    }

    private static ServedNotebook Describe(string path)
    {
        var document = NotebookFile.Load(path);
        string name = Path.GetFileNameWithoutExtension(path);
        return new(name, document.Title ?? name, ParameterCell.Describe(document, InBox.Assemblies, InBox.Usings));
    }
}
