using UserOps.Data.Privacy;
using UserOps.Data.Reading;
using UserOps.Display;
using UserOps.Time;

namespace UserOps.Data;

public sealed partial class Dataset
{
    /// <summary>Opens an export: one file, or a folder whose files are matched to tables by name and columns.</summary>
    /// <param name="path">A file or folder: CSV and its kin (also packed by gzip), xlsx, Parquet, DuckDB.</param>
    /// <param name="options">How to read it; what is left out is detected and stated in <see cref="Quality"/>.</param>
    /// <param name="progress">Told how far reading has come.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="UserOpsException">The path or a file in it cannot be read; the message says what, where and what to do.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    /// <remarks>
    /// A known table that lacks a required column is an error only when a question needs it. A file <c>export.json</c> beside the files may hold
    /// <c>map</c>, <c>timeZone</c> and other options; what the caller says wins.
    /// </remarks>
    public static Dataset Open(
        string path, OpenOptions? options = null, IProgress<OpenProgress>? progress = null, CancellationToken cancellation = default) =>
        new ExportOpener(path, options ?? new(), progress, cancellation).Open();

    /// <summary>Opens an export with a map of columns.</summary>
    /// <param name="path">A file or folder.</param>
    /// <param name="map">Entries such as <c>orders.user_id=CustomerID</c> or <c>orders.amount=Quantity*UnitPrice</c>.</param>
    /// <exception cref="UserOpsException">The path or a file in it cannot be read, or an entry of the map is not understood.</exception>
    public static Dataset Open(string path, IEnumerable<string> map) => Open(path, new OpenOptions { Map = [.. map] });

    /// <summary>Opens tables in memory as files of the same names and columns would be opened.</summary>
    /// <param name="tables">DataFrames and results of queries.</param>
    /// <param name="options">How to read them; nothing is kept in the cache.</param>
    /// <param name="progress">Told how far reading has come.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="UserOpsException">Two tables of one kind have different columns, or the map does not fit.</exception>
    public static Dataset Open(
        IEnumerable<MemoryTable> tables, OpenOptions? options = null, IProgress<OpenProgress>? progress = null, CancellationToken cancellation = default) =>
        new ExportOpener([.. tables.Select(table => table.Source)], options ?? new(), progress, cancellation).Open();

    /// <summary>What opening kept, coerced, dropped and guessed.</summary>
    public QualityReport Quality => _quality.Value;

    /// <summary>How the reading of each table went: the part of <see cref="Quality"/> that takes no further look at the values.</summary>
    public IReadOnlyList<TableQuality> Readings => [.. _export.Readings.Select(reading => reading.Quality)];

    /// <summary>Which files stand behind this dataset: rows, time range, content hash.</summary>
    public DataIdentity Identity => _identity.Value;

    /// <summary>The known tables that this dataset has.</summary>
    public IReadOnlyCollection<TableKind> Kinds => [.. _tables.All.Keys.Order()];

    /// <summary>The names of tables that are no known table, see <see cref="Wide"/>.</summary>
    public IReadOnlyCollection<string> WideNames => [.. _export.Wide.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A table that is no known table, under the name of its file or sheet and its own column names.</summary>
    /// <exception cref="UserOpsException">There is none; the message lists those there are.</exception>
    public TypedTable Wide(string name) => _export.Wide.GetValueOrDefault(name) ?? throw new UserOpsException(
        $"There is no table '{name}' besides the known ones. There {(WideNames.Count == 0 ? "are none" : $"are: {string.Join(", ", WideNames)}")}.");

    /// <summary>Why a file that seems to hold a known table cannot serve as it, in one sentence; null where no file seems to.</summary>
    public string? WhyNot(TableKind kind) => _export.Unfit.GetValueOrDefault(kind);

    internal static Dataset FromExport(
        IReadOnlyDictionary<TableKind, TypedTable> tables, OpenedExport export, Calendar calendar, PersonalDataRule personalData) =>
        new(tables, export, calendar, personalData);
}
