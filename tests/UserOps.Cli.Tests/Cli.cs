using UserOps.Cli.Terminals;

namespace UserOps.Cli.Tests;

/// <summary>The program, run within the process of the tests.</summary>
internal static class Cli
{
    public static Task<Ended> RunAsync(params string[] arguments) => RunAsync(askSecret: null, arguments);

    /// <summary>The program with a person who answers when it asks for a secret.</summary>
    public static async Task<Ended> RunAsync(Func<string, string>? askSecret, params string[] arguments)
    {
        using var results = new StringWriter();
        using var messages = new StringWriter();
        int code = await CommandLine.RunAsync(arguments, new Terminal(results, messages, IsInteractive: false) { AskSecret = askSecret }, TestContext.Current.CancellationToken);
        return new(code, results.ToString(), messages.ToString());
    }
}

/// <summary>How the program ended, and what it said.</summary>
internal sealed record Ended(int Code, string Results, string Messages);
