using UserOps.Display;
using UserOps.Reports.Languages;
using UserOps.Reports.Runs;

namespace UserOps.Reports.Contracts;

/// <summary>What is striking about data beside those of the last run. It stops nothing: whoever reads the report should know it.</summary>
internal static class DataChanges
{
    private const double MuchLarger = 2;

    /// <summary>Remarks in whole sentences.</summary>
    public static IReadOnlyList<string> Since(FinishedRun? last, DataIdentity data, DataProfile profile, Words words)
    {
        if (last?.Record.Data is not { } before)
            return [];
        string moment = Words.Moment(last.Record.Started);
        return before.Hash == data.Hash ? [words.Export.SameAsLast(moment)] : [.. Sizes(before, data, moment, words.Export), .. Drifts(last, profile, moment, words.Export)];
    }

    private static IEnumerable<string> Sizes(DataIdentity before, DataIdentity now, string last, DataWords words)
    {
        var then = Rows(before);
        foreach (var (table, rows) in Rows(now))
            if (then.TryGetValue(table, out long old) && old > 0 && (rows > old * MuchLarger || rows * MuchLarger < old))
                yield return words.OtherSize(table, old, rows, last);
        foreach (string table in then.Keys.Except(Rows(now).Keys))
            yield return words.TableGone(table, last);
    }

    private static IEnumerable<string> Drifts(FinishedRun last, DataProfile profile, string moment, DataWords words) => last.Profile is { } before
        ? Drift.Find(before, profile).Select(drift => words.SpreadDifferently(moment, drift))
        : [];

    private static SortedDictionary<string, long> Rows(DataIdentity data) =>
        new(data.Files.GroupBy(file => file.Table, StringComparer.Ordinal).ToDictionary(files => files.Key, files => files.Sum(file => file.Rows)), StringComparer.Ordinal);
}
