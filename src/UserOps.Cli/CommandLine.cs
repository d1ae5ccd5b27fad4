using System.CommandLine;
using System.CommandLine.Invocation;
using UserOps.Cli.Commands;
using UserOps.Cli.SideBySide;
using UserOps.Cli.Terminals;
using UserOps.Notebooks;

namespace UserOps.Cli;

/// <summary>The program: parses, calls, prints, and turns every mistake of a user into one message.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, CancellationToken cancellation = default)
    {
        try
        {
            var parsed = Root(terminal).Parse(arguments, new() { ResponseFileTokenReplacer = null });
            return parsed.Action is ParseErrorAction || HasUnknownOption(parsed) ? Refuse(parsed, terminal) : await InvokeAsync(parsed, terminal, cancellation);
        }
        catch (OperationCanceledException)
        {
            terminal.Messages.WriteLine("userops: stopped.");
            return ExitCode.Stopped;
        }
        catch (Exception problem) when (problem is UserOpsException or NotebookException)
        {
            terminal.Messages.WriteLine("userops: " + problem.Message);
            return ExitCode.BadInput;
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Growth reports from your export: runs notebooks on it and delivers pages, numbers and an index.")
        {
            ReportCommand.Make(terminal),
            CheckCommand.Make(terminal),
            DescribeCommand.Make(terminal),
            CompareCommand.Make(terminal),
            HistoryCommand.Make(terminal),
            ServeCommand.Make(terminal),
            SampleCommand.Make(terminal),
            CleanCommand.Make(terminal),
            KernelCommand.Make(terminal),
            RunNotebookCommand.Make(),
            LessonCommand.Make(terminal),
        };
        root.HelpName = "userops";
        root.SetAction(parsed => new Examples.HelpWithExamples().Invoke(parsed));
        Examples.Add(root, "userops report", "userops report --data my-export --out may-report", "userops check my-export");
        return root;
    }

    private static Task<int> InvokeAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation) => parsed.InvokeAsync(new()
    {
        Output = terminal.Results,
        Error = terminal.Messages,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromSeconds(5),
    }, cancellation);

    private static bool HasUnknownOption(ParseResult parsed) =>
        parsed.Action is not Examples.HelpWithExamples && Suggestion.UnknownOptions(parsed).Any();

    private static int Refuse(ParseResult parsed, Terminal terminal)
    {
        foreach (string message in parsed.Errors.Select(error => error.Message).Concat(Suggestion.UnknownOptions(parsed).Select(word => $"There is no option '{word}'.")).Distinct())
            terminal.Messages.WriteLine("userops: " + message);
        if (Suggestion.For(parsed) is { } word)
            terminal.Messages.WriteLine($"Did you mean '{word}'?");
        terminal.Messages.WriteLine($"Run '{Examples.PathOf(parsed.CommandResult)} --help' for options and examples.");
        return ExitCode.BadInput;
    }
}
