using System.Globalization;
using UserOps.Data;
using UserOps.Display;
using UserOps.Reports.Languages;

namespace UserOps.Reports.Contracts;

/// <summary>What a notebook would find in an export.</summary>
/// <param name="Problems">Why it cannot run on it, in whole sentences; empty when it can.</param>
/// <param name="Blanks">What will stay blank, and for want of what.</param>
/// <param name="Data">The export; null where it cannot be opened.</param>
public sealed record ContractFindings(IReadOnlyList<string> Problems, IReadOnlyList<string> Blanks, DataIdentity? Data)
{
    /// <summary>Whether the notebook can run.</summary>
    public bool IsMet => Problems.Count == 0;

    /// <summary>Whether it answers anything on it: it can run, and not every part stays blank.</summary>
    public bool CanAnswer => IsMet && !IsBlank;

    /// <summary>Whether every part stays blank.</summary>
    internal bool IsBlank { get; init; }
}

/// <summary>Holds a contract against an export.</summary>
public static class ContractCheck
{
    /// <summary>Everything that the export lacks, at once.</summary>
    /// <param name="contract">The contract of a notebook.</param>
    /// <param name="export">The export.</param>
    /// <param name="today">The day from which the age of the newest record is counted.</param>
    /// <param name="freshDays">How old it may be, as the caller wishes; null leaves it to the contract.</param>
    /// <param name="language">The language of what is said.</param>
    /// <param name="given">The values that the caller gave to a parameter; empty where none. A default names nothing that must be there.</param>
    public static ContractFindings Of(
        DataContract contract, Dataset export, DateOnly today, int? freshDays = null, Language language = Language.English, Func<string, IReadOnlyList<string>>? given = null)
    {
        var words = Words.In(language).Export;
        var tables = new ExportTables(export, words);
        DataNeed[] blank = [.. contract.Uses.Where(use => Blank(use, tables, words) is not null)];
        return new(
            [
                .. contract.Needs.Select(need => Lack(need, tables, words)).OfType<string>(), .. Age(export, today, freshDays ?? contract.FreshDays, words),
                .. contract.Names.SelectMany(naming => Unknown(naming, given ?? (_ => []), tables)),
            ],
            [.. blank.Select(use => Blank(use, tables, words)!)],
            export.Identity)
        {
            IsBlank = blank.Any(use => use.IsEveryPart) || (contract.Needs.Count == 0 && blank.Length > 0 && blank.Length == contract.Uses.Count),
        };
    }

    /// <summary>What is missing of a need, or null: the first alternative speaks for all.</summary>
    private static string? Lack(DataNeed need, ExportTables tables, DataWords words)
    {
        string?[] lacks = [.. need.AnyOf.Select(name => tables.Lack(name, need.Rows))];
        return lacks.Contains(null) ? null : words.Needs(need, string.Join(" ", lacks.Distinct()));
    }

    private static string? Blank(DataNeed use, ExportTables tables, DataWords words)
    {
        string?[] lacks = [.. use.AnyOf.Select(name => tables.Lack(name, use.Rows))];
        return lacks.Contains(null) ? null : words.Blank(use.Meaning ?? words.APart, lacks[0]!);
    }

    private static IEnumerable<string> Unknown(NamingParameters naming, Func<string, IReadOnlyList<string>> given, ExportTables tables) =>
        from parameter in naming.Parameters
        from value in given(parameter)
        let lack = value.Length == 0 ? null : tables.Unknown(parameter, value, naming)
        where lack is not null
        select lack;

    private static IEnumerable<string> Age(Dataset export, DateOnly today, int? freshDays, DataWords words)
    {
        if (freshDays is not { } limit)
            yield break;
        if (export.Identity.LastDay() is not { } newest)
            yield return words.NoDate(limit);
        else if (today.DayNumber - newest.DayNumber is var age && age > limit)
            yield return words.TooOld(newest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), age, limit);
    }
}
