using System.Text.RegularExpressions;
using UserOps.Display;
using UserOps.Reports.Languages;
using UserOps.Reports.Metrics;

namespace UserOps.Reports.Comparison;

/// <summary>Finds what makes two runs another question: a change of the method must never be read as a change of the business.</summary>
internal static partial class MethodChanges
{
    /// <summary>What differs for all metrics of a notebook, in whole sentences; empty where the runs can be compared.</summary>
    public static IReadOnlyList<string> Between(RecordedMetrics old, RecordedMetrics current, ComparisonWords words) =>
    [
        .. Code(old, current, words), .. Program(old, current, words), .. Parameters(old, current, words), .. Data(old.Data, current.Data, words),
    ];

    /// <summary>What differs in how one metric is counted; null where it is counted alike. Dates within a definition may differ.</summary>
    public static string? Between(Metric old, Metric current, ComparisonWords words) =>
        old.Unit != current.Unit ? words.UnitChanged(old.Unit, current.Unit)
        : Undated(old.Definition) != Undated(current.Definition) ? words.DefinitionChanged(old.Definition)
        : Undated(old.Label) != Undated(current.Label) ? words.LabelChanged(old.Label ?? old.Name)
        : null;

    private static IEnumerable<string> Code(RecordedMetrics old, RecordedMetrics current, ComparisonWords words)
    {
        if (old.Code is null || current.Code is null)
            yield return words.CodeUnknown;
        else if (old.Code != current.Code)
            yield return words.CodeChanged;
    }

    private static IEnumerable<string> Program(RecordedMetrics old, RecordedMetrics current, ComparisonWords words)
    {
        if (old.Program is { } before && current.Program is { } now && before != now)
            yield return words.ProgramChanged(before, now);
    }

    private static IEnumerable<string> Parameters(RecordedMetrics old, RecordedMetrics current, ComparisonWords words)
    {
        // Where the data lie is no method: the export of another week has another name.
        foreach (string name in old.Parameters.Keys.Union(current.Parameters.Keys, StringComparer.Ordinal).Where(name => name != "data").Order(StringComparer.Ordinal))
            if ((old.Parameters.GetValueOrDefault(name), current.Parameters.GetValueOrDefault(name)) is var (before, now) && before != now)
                yield return words.ParameterChanged(name, before, now);
    }

    private static IEnumerable<string> Data(DataIdentity? old, DataIdentity? current, ComparisonWords words)
    {
        if (old is null || current is null)
            yield break;
        string[] before = Tables(old), now = Tables(current);
        if (!before.SequenceEqual(now))
            yield return words.TablesChanged(string.Join(", ", before), string.Join(", ", now));
        if (old.TimeZone != current.TimeZone)
            yield return words.ZoneChanged(old.TimeZone, current.TimeZone);
    }

    // What only further questions need may come and go: their numbers do the same.
    private static string[] Tables(DataIdentity data) =>
        [.. data.Files.Select(file => file.Table).Where(table => table is not ("touches" or "campaigns" or "exposures" or "memberships" or "targets")).Distinct().Order(StringComparer.Ordinal)];

    private static string? Undated(string? text) => text is null ? null : Day().Replace(text, "…");

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex Day();
}
