using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Runtime.CompilerServices;

namespace UserOps.Cli;

/// <summary>Examples under the help of every command: what people read first.</summary>
internal static class Examples
{
    private static readonly ConditionalWeakTable<Command, string[]> ByCommand = [];

    public static void Add(Command command, params string[] examples)
    {
        ByCommand.Add(command, examples);
        if (command is RootCommand)
            foreach (var help in command.Options.OfType<HelpOption>())
                help.Action = new HelpWithExamples();
    }

    /// <summary>The words that lead to a command.</summary>
    public static string PathOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}" : "userops";

    /// <summary>Prints the usual help, then the examples of the command.</summary>
    internal sealed class HelpWithExamples : SynchronousCommandLineAction
    {
        private readonly HelpAction _usual = new();

        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            _usual.Invoke(parseResult);
            if (!ByCommand.TryGetValue(parseResult.CommandResult.Command, out string[]? examples))
                return ExitCode.Ok;
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (string example in examples)
                output.WriteLine("  " + example);
            return ExitCode.Ok;
        }
    }
}
