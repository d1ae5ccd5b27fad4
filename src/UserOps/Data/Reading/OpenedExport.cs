using UserOps.Display;

namespace UserOps.Data.Reading;

/// <summary>What opening files gave besides known tables.</summary>
/// <param name="Wide">Tables that are no known table, by name.</param>
/// <param name="Unfit">Why a file cannot serve as the known table it seems to be.</param>
/// <param name="Readings">How the reading of each table went, with the table as far as it is kept.</param>
/// <param name="Warnings">What concerns several tables.</param>
internal sealed record OpenedExport(
    IReadOnlyDictionary<string, TypedTable> Wide, IReadOnlyDictionary<TableKind, string> Unfit,
    IReadOnlyList<TableReading> Readings, IReadOnlyList<string> Warnings)
{
    /// <summary>The files read, by name.</summary>
    public IReadOnlyList<DataFile> Files => [.. Readings.SelectMany(reading => reading.Quality.Files).OrderBy(file => file.Name, StringComparer.Ordinal)];
}
