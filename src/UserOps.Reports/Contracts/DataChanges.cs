using System.Globalization;
using UserOps.Display;
using UserOps.Reports.Runs;

namespace UserOps.Reports.Contracts;

/// <summary>What is striking about data beside those of the last run. It stops nothing: whoever reads the report should know it.</summary>
internal static class DataChanges
{
    private const double MuchLarger = 2;

    /// <summary>Remarks in whole sentences.</summary>
    public static IReadOnlyList<string> Since(FinishedRun? last, DataIdentity data, DataProfile profile)
    {
        if (last?.Record.Data is not { } before)
            return [];
        if (before.Hash == data.Hash)
            return [$"The data are the same as in the last run ({last.Id}): nothing new has arrived."];
        return [.. Sizes(before, data, last.Id), .. Drifts(last, profile)];
    }

    private static IEnumerable<string> Sizes(DataIdentity before, DataIdentity now, string id)
    {
        var then = Rows(before);
        foreach (var (table, rows) in Rows(now))
            if (then.TryGetValue(table, out long old) && old > 0 && (rows > old * MuchLarger || rows * MuchLarger < old))
                yield return string.Create(CultureInfo.InvariantCulture, $"'{table}' has {rows:N0} rows, after {old:N0} in the last run ({id}): much {(rows > old ? "more" : "less")}. Check that the export is whole and covers the days it should.");
        foreach (string table in then.Keys.Except(Rows(now).Keys))
            yield return $"'{table}' is not there any more; the last run ({id}) had it.";
    }

    private static IEnumerable<string> Drifts(FinishedRun last, DataProfile profile) => last.Profile is { } before
        ? Drift.Find(before, profile).Select(drift => $"Since the last run ({last.Id}) {drift}")
        : [];

    private static SortedDictionary<string, long> Rows(DataIdentity data) =>
        new(data.Files.GroupBy(file => file.Table, StringComparer.Ordinal).ToDictionary(files => files.Key, files => files.Sum(file => file.Rows)), StringComparer.Ordinal);
}
