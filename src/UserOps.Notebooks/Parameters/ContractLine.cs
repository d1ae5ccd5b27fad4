using System.Text.RegularExpressions;
using UserOps.Notebooks.Documents;

namespace UserOps.Notebooks.Parameters;

/// <summary>What a line of a contract says.</summary>
public enum ContractTerm
{
    /// <summary>Without it the notebook cannot run.</summary>
    Needs,
    /// <summary>Without it a part of the notebook stays blank.</summary>
    Uses,
    /// <summary>How old the newest record may be.</summary>
    Fresh,
    /// <summary>The contract does not count where this parameter is given.</summary>
    Unless,
    /// <summary>Parameters whose values are names in the data.</summary>
    Names,
}

/// <summary>A line of the contract between a notebook and its data: a comment on a line of its own in the cell tagged <c>parameters</c>.</summary>
/// <param name="Term">What kind of line it is.</param>
/// <param name="Subject">What it speaks of: <c>orders, users.channel</c>.</param>
/// <param name="Meaning">What depends on it, in words; null where the line does not say.</param>
/// <example><code>
/// // needs: events or orders
/// // needs: at least 100 orders
/// // uses: users.channel (the curves by channel)
/// // fresh: within 7 days
/// // unless: target (a ready table)
/// // names: segment (columns of users)
/// </code></example>
public sealed partial record ContractLine(ContractTerm Term, string Subject, string? Meaning)
{
    /// <summary>The lines of a notebook in their order; empty where it has none.</summary>
    public static IReadOnlyList<ContractLine> In(NotebookDocument document) => ParameterCell.IndexIn(document) is >= 0 and var index
        ? [.. document.Cells[index].Source.Split('\n').Select(TryRead).OfType<ContractLine>()]
        : [];

    /// <summary>Whether a line of a cell is one of a contract.</summary>
    internal static bool IsOne(string line) => TryRead(line) is not null;

    private static ContractLine? TryRead(string line) => Pattern().Match(line) is { Success: true } match
        ? new(Enum.Parse<ContractTerm>(match.Groups["term"].Value, ignoreCase: true), match.Groups["subject"].Value.Trim(),
            match.Groups["meaning"] is { Success: true } meaning ? meaning.Value.Trim() : null)
        : null;

    [GeneratedRegex(@"^\s*//\s*(?<term>needs|uses|fresh|unless|names):\s*(?<subject>[^()]+?)\s*(\((?<meaning>.+)\))?\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
