using Spectre.Console;

namespace UserOps.Cli.Terminals;

/// <summary>Where the program writes: results to one stream, messages to the other.</summary>
/// <param name="Results">What a program or a pipe would read.</param>
/// <param name="Messages">What a person watches.</param>
/// <param name="IsInteractive">Whether messages go to a terminal that can redraw lines.</param>
internal sealed record Terminal(TextWriter Results, TextWriter Messages, bool IsInteractive)
{
    /// <summary>Asks a person for something that is not to be seen while it is typed; null where nobody sits there.</summary>
    public Func<string, string>? AskSecret { get; init; }

    public static Terminal OfProcess() => new(Console.Out, Console.Error, !Console.IsErrorRedirected && CanRedraw())
    {
        AskSecret = Console.IsInputRedirected || Console.IsErrorRedirected ? null : Ask,
    };

    private static string Ask(string prompt) =>
        AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) }).Prompt(new TextPrompt<string>(Markup.Escape(prompt)).Secret());

    private static bool CanRedraw() =>
        Environment.GetEnvironmentVariable("TERM") != "dumb" && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";
}
