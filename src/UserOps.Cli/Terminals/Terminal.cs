namespace UserOps.Cli.Terminals;

/// <summary>Where the program writes: results to one stream, messages to the other.</summary>
/// <param name="Results">What a program or a pipe would read.</param>
/// <param name="Messages">What a person watches.</param>
/// <param name="IsInteractive">Whether messages go to a terminal that can redraw lines.</param>
internal sealed record Terminal(TextWriter Results, TextWriter Messages, bool IsInteractive)
{
    public static Terminal OfProcess() => new(Console.Out, Console.Error, !Console.IsErrorRedirected && CanRedraw());

    private static bool CanRedraw() =>
        Environment.GetEnvironmentVariable("TERM") != "dumb" && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";
}
