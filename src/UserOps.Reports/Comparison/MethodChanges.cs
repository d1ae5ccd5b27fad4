using System.Text.RegularExpressions;
using UserOps.Display;
using UserOps.Reports.Metrics;

namespace UserOps.Reports.Comparison;

/// <summary>Finds what makes two runs another question: a change of the method must never be read as a change of the business.</summary>
internal static partial class MethodChanges
{
    /// <summary>What differs for all metrics of a notebook, in whole sentences; empty where the runs can be compared.</summary>
    public static IReadOnlyList<string> Between(RecordedMetrics old, RecordedMetrics current) =>
    [
        .. Code(old, current), .. Program(old, current), .. Parameters(old, current), .. Data(old.Data, current.Data),
    ];

    /// <summary>What differs in how one metric is counted; null where it is counted alike. Dates within a definition may differ.</summary>
    public static string? Between(Metric old, Metric current) =>
        old.Unit != current.Unit ? $"its unit was '{old.Unit}' and is '{current.Unit}'"
        : Undated(old.Definition) != Undated(current.Definition) ? $"it is counted differently; before: {old.Definition ?? "not said"}"
        : Undated(old.Label) != Undated(current.Label) ? $"it is another number; before: {old.Label ?? old.Name}"
        : null;

    private static IEnumerable<string> Code(RecordedMetrics old, RecordedMetrics current)
    {
        if (old.Code is null || current.Code is null)
            yield return "One of the runs is from before notebooks' code was recorded. Run the older export again with this program to compare.";
        else if (old.Code != current.Code)
            yield return "The notebook's code has changed. Run the older export again with the notebook as it is now to compare.";
    }

    private static IEnumerable<string> Program(RecordedMetrics old, RecordedMetrics current)
    {
        if (old.Program is { } before && current.Program is { } now && before != now)
            yield return $"The numbers were made by UserOps {before} and {now}, which may count differently. Run the older export again with this program to compare.";
    }

    private static IEnumerable<string> Parameters(RecordedMetrics old, RecordedMetrics current)
    {
        // Where the data lie is no method: the export of another week has another name.
        foreach (string name in old.Parameters.Keys.Union(current.Parameters.Keys, StringComparer.Ordinal).Where(name => name != "data").Order(StringComparer.Ordinal))
            if ((old.Parameters.GetValueOrDefault(name), current.Parameters.GetValueOrDefault(name)) is var (before, now) && before != now)
                yield return before is null ? $"Parameter '{name}' is new ({now})." : now is null ? $"Parameter '{name}' is gone (it was {before})." : $"Parameter '{name}' was {before} and is {now}.";
    }

    private static IEnumerable<string> Data(DataIdentity? old, DataIdentity? current)
    {
        if (old is null || current is null)
            yield break;
        string[] before = Tables(old), now = Tables(current);
        if (!before.SequenceEqual(now))
            yield return $"The exports do not hold the same tables: before {string.Join(", ", before)}; now {string.Join(", ", now)}.";
        if (old.TimeZone != current.TimeZone)
            yield return $"Days are counted in another time zone: before {old.TimeZone}, now {current.TimeZone}.";
    }

    // What only further questions need may come and go: their numbers do the same.
    private static string[] Tables(DataIdentity data) =>
        [.. data.Files.Select(file => file.Table).Where(table => table is not ("touches" or "campaigns" or "exposures" or "memberships" or "targets")).Distinct().Order(StringComparer.Ordinal)];

    private static string? Undated(string? text) => text is null ? null : Day().Replace(text, "…");

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex Day();
}
