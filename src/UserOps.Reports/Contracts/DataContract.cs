using System.Globalization;
using System.Text.RegularExpressions;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Parameters;

namespace UserOps.Reports.Contracts;

/// <summary>What a notebook asks of its data, as the comments in its cell of parameters say it.</summary>
/// <param name="Needs">What it cannot do without.</param>
/// <param name="Uses">What a part of it stays blank without.</param>
/// <param name="FreshDays">How many days old the newest record may be; null where age does not matter.</param>
/// <param name="Unless">Parameters with which it reads another kind of data, so that the contract does not count.</param>
/// <param name="Names">Parameters whose values are names in the data.</param>
/// <remarks>See <see cref="ContractLine"/> for the form; in <c>.ipynb</c> and in <c>.dib</c> it is the same.</remarks>
public sealed partial record DataContract(IReadOnlyList<DataNeed> Needs, IReadOnlyList<DataNeed> Uses, int? FreshDays, IReadOnlyList<string> Unless, IReadOnlyList<NamingParameters> Names)
{
    /// <summary>Whether the notebook says nothing of its data.</summary>
    public bool IsEmpty => Needs.Count == 0 && Uses.Count == 0 && FreshDays is null && Names.Count == 0;

    /// <summary>Reads the contract of a notebook.</summary>
    /// <exception cref="UserOpsException">A line is not understood.</exception>
    public static DataContract Of(NotebookDocument notebook)
    {
        var lines = ContractLine.In(notebook);
        return new(
            [.. lines.Where(line => line.Term == ContractTerm.Needs).SelectMany(DataNeed.Read)],
            [.. lines.Where(line => line.Term == ContractTerm.Uses).SelectMany(DataNeed.Read)],
            lines.LastOrDefault(line => line.Term == ContractTerm.Fresh) is { } fresh ? Days(fresh.Subject) : null,
            [.. lines.Where(line => line.Term == ContractTerm.Unless).SelectMany(line => line.Subject.Split(','), (_, name) => name.Trim())],
            [.. lines.Where(line => line.Term == ContractTerm.Names).Select(NamingParameters.Read)]);
    }

    private static int Days(string text) => FreshPattern().Match(text) is { Success: true } match
        ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
        : throw new UserOpsException($"The contract says '// fresh: {text}'. Write '// fresh: within 7 days'.");

    [GeneratedRegex(@"^within (\d{1,5}) days?$")]
    private static partial Regex FreshPattern();
}

/// <summary>A table, a column or a number of rows that a notebook asks for.</summary>
/// <param name="AnyOf">Names of which one is enough: <c>orders</c>, <c>users.channel</c>.</param>
/// <param name="Rows">How many rows are asked for; 1 where the contract only names a table.</param>
/// <param name="Meaning">What depends on it; null where the contract does not say.</param>
public sealed partial record DataNeed(IReadOnlyList<string> AnyOf, long Rows, string? Meaning)
{
    /// <summary>Whether nothing of the notebook can be answered without it: it says <c>(every part)</c>.</summary>
    public bool IsEveryPart => Meaning?.StartsWith("every part", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The needs of one line: separated by commas, alternatives by <c>or</c>, each perhaps with a least number of rows in front.</summary>
    internal static IEnumerable<DataNeed> Read(ContractLine line) => Comma().Split(line.Subject).Select(part => Read(part.Trim(), line.Meaning));

    /// <summary>The need as it is written.</summary>
    public override string ToString() => (Rows > 1 ? string.Create(CultureInfo.InvariantCulture, $"at least {Rows:N0} ") : "") + string.Join(" or ", AnyOf);

    private static DataNeed Read(string text, string? meaning)
    {
        var match = Pattern().Match(text);
        return match.Success
            ? new(match.Groups["names"].Value.Split(" or ", StringSplitOptions.TrimEntries),
                match.Groups["rows"] is { Success: true } rows ? long.Parse(rows.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 1, meaning)
            : throw new UserOpsException($"The contract asks for '{text}'. Write a table, a column or rows: 'orders', 'users.channel', 'at least 100 orders', 'events or orders'.");
    }

    /// <summary>A comma that is not within a number.</summary>
    [GeneratedRegex(@",(?!\d)")]
    private static partial Regex Comma();

    [GeneratedRegex(@"^(at least (?<rows>\d[\d,]{0,14}) )?(?<names>[^\s.]+(\.[^\s.]+)?( or [^\s.]+(\.[^\s.]+)?)*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
