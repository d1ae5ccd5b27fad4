using UserOps.Cli.Terminals;

namespace UserOps.Cli.Tests;

/// <summary>The program, run within the process of the tests.</summary>
internal static class Cli
{
    public static async Task<Ended> RunAsync(params string[] arguments)
    {
        using var results = new StringWriter();
        using var messages = new StringWriter();
        int code = await CommandLine.RunAsync(arguments, new Terminal(results, messages, IsInteractive: false), TestContext.Current.CancellationToken);
        return new(code, results.ToString(), messages.ToString());
    }
}

/// <summary>How the program ended, and what it said.</summary>
internal sealed record Ended(int Code, string Results, string Messages);
