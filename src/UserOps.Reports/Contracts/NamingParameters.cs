using System.Text.RegularExpressions;
using UserOps.Notebooks.Parameters;

namespace UserOps.Reports.Contracts;

/// <summary>Parameters whose values are names in the data, so that a misspelt one is found before the run.</summary>
/// <param name="Parameters">The parameters.</param>
/// <param name="AnyOf">Where their values are looked up: among the columns of a table (<c>users</c>), or among the words of a column (<c>events.event</c>).</param>
/// <example><code>
/// // names: segment (columns of users)
/// // names: steps, goal (values of events.event)
/// </code></example>
public sealed partial record NamingParameters(IReadOnlyList<string> Parameters, IReadOnlyList<string> AnyOf)
{
    /// <summary>Whether the values are words of a column and no columns.</summary>
    internal bool AreWords => AnyOf[0].Contains('.', StringComparison.Ordinal);

    /// <summary>What the parameters name, as it is written.</summary>
    public override string ToString() => $"{(AreWords ? "values" : "columns")} of {string.Join(" or ", AnyOf)}";

    internal static NamingParameters Read(ContractLine line) => Pattern().Match(line.Meaning ?? "") is { Success: true } match
        ? new(line.Subject.Split(',', StringSplitOptions.TrimEntries), match.Groups["places"].Value.Split(" or ", StringSplitOptions.TrimEntries))
        : throw new UserOpsException($"The contract says '// names: {line.Subject}' and not what they name. Write '// names: segment (columns of users)' or '// names: steps (values of events.event)'.");

    [GeneratedRegex(@"^(columns of (?<places>[^\s.]+( or [^\s.]+)*)|values of (?<places>[^\s.]+\.[^\s.]+( or [^\s.]+\.[^\s.]+)*))$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
