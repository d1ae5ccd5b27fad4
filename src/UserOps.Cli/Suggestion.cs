using System.CommandLine;
using UserOps.Display;

namespace UserOps.Cli;

/// <summary>The word that somebody who mistyped another one probably meant.</summary>
internal static class Suggestion
{
    public static string? For(ParseResult parsed) => UnknownOptions(parsed).Concat(parsed.UnmatchedTokens)
        .Select(token => NearestName.Find(token.Split('=')[0], KnownWords(parsed.CommandResult.Command)))
        .FirstOrDefault(word => word is not null);

    /// <summary>Words among the arguments that can only have been meant as options.</summary>
    public static IEnumerable<string> UnknownOptions(ParseResult parsed) => parsed.CommandResult.Command.Arguments
        .SelectMany(argument => parsed.GetResult(argument)?.Tokens ?? [])
        .Select(token => token.Value)
        .Where(word => word.StartsWith("--", StringComparison.Ordinal));

    private static IEnumerable<string> KnownWords(Command command) =>
        command.Subcommands.Select(child => child.Name).Concat(command.Options.SelectMany(option => option.Aliases.Append(option.Name)));
}
