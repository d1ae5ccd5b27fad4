using UserOps.Data.Cache;
using UserOps.Data.Privacy;
using UserOps.Data.Schema;
using UserOps.Time;

namespace UserOps.Data.Reading;

/// <summary>Opens an export: finds its files, plans its tables, reads them or takes them from the cache, and joins them to a dataset.</summary>
internal sealed class ExportOpener
{
    /// <summary>Goes up whenever the same files may give another table than before.</summary>
    private const string ReaderVersion = "3";
    private const int ManyRows = 1 << 20;

    private readonly OpenOptions _options;
    private readonly IReadOnlyList<string> _left;
    private readonly IReadOnlyList<TableSource> _sources;
    private readonly ReadingProgress _progress;
    private readonly TableCache? _cache;

    /// <summary>Opens tables in memory; there is nothing to be gained from a cache of them.</summary>
    public ExportOpener(IReadOnlyList<TableSource> tables, OpenOptions options, IProgress<OpenProgress>? listener, CancellationToken cancellation)
    {
        (_options, _left, _sources) = (options, [], tables);
        _progress = new(listener, _sources.Count, cancellation);
    }

    /// <summary>Opens a file or a folder of files.</summary>
    public ExportOpener(string path, OpenOptions options, IProgress<OpenProgress>? listener, CancellationToken cancellation)
    {
        _options = ExportManifest.Complete(options, path);
        (IReadOnlyList<string> paths, _left) = SourceFiles.Find(path);
        _sources = [.. paths.SelectMany(file => SourceFiles.Tables(file, _options))];
        _progress = new(listener, _sources.Count, cancellation);
        _cache = options.UseCache ? new TableCache(CacheFolder.Path, options.AllowPersonalData) : null;
    }

    /// <summary>Reads every table of the export.</summary>
    public Dataset Open()
    {
        var plan = ExportPlan.Of([.. _sources.Select(SplitTimes.Join)], SchemaMap.Parse(_options.Map));
        List<(TableKind? Kind, TableReading Reading)> read = [.. plan.Tables.Select(table => (table.Kind, Read(table)))];
        (var tables, var warnings) = JoinUsers([.. read.Where(table => table.Kind is not null).Select(table => table.Reading)]);
        var wide = read.Where(table => table.Kind is null).Select(table => table.Reading).ToList();
        var known = tables.ToDictionary(table => KnownTables.Named(table.Table.Name), table => (table.Table, Problem: TableFitness.Problem(table)));
        var unfit = known.Where(table => table.Value.Problem is not null).ToDictionary(table => table.Key.Kind, table => table.Value.Problem!);
        var export = new OpenedExport(
            wide.ToDictionary(table => table.Table.Name, table => table.Table, StringComparer.Ordinal),
            plan.Unfit.Concat(unfit).ToDictionary(), [.. tables, .. wide], [.. Warnings(), .. warnings]);
        return Dataset.FromExport(
            known.Where(table => table.Value.Problem is null).ToDictionary(table => table.Key.Kind, table => table.Value.Table), export, Calendar, PersonalData);
    }

    /// <summary>Reads the one table of the export under its own column names.</summary>
    /// <exception cref="UserOpsException">There are several tables.</exception>
    public TypedTable OpenWide()
    {
        if (_sources.Select(source => string.Join('\n', source.Header)).Distinct().Count() > 1)
            throw new UserOpsException($"There are several tables: {string.Join(", ", _sources.Select(source => source.File))}. Open "
                + "one file, or the folder with Dataset.Open.");
        return Read(new(null, _sources, TableShape.Wide(_sources[0].Name, _sources[0].Header), [])).Table;
    }

    /// <summary>Brings user ids to one form over all known tables, and leaves out test accounts.</summary>
    private (IReadOnlyList<TableReading> Tables, IReadOnlyList<string> Warnings) JoinUsers(IReadOnlyList<TableReading> tables)
    {
        (var unified, var warnings) = UserIds.Unify([.. tables.Select(table => table.Table)]);
        var tests = new TestAccounts(_options.ExcludeUsers).With(unified.FirstOrDefault(table => table.Name == "users"));
        return ([.. tables.Zip(unified, (reading, table) => tests.LeaveOut(reading with { Table = table }))], warnings);
    }

    private Calendar Calendar => _options.Calendar ?? (_options.TimeZone is { } zone ? new(zone) : Calendar.Utc);

    private PersonalDataRule PersonalData => _options.AllowPersonalData ? PersonalDataRule.Show : PersonalDataRule.Mask;

    private TableReading Read(PlannedTable table)
    {
        string key = Key(table);
        var reading = _cache?.Find(key) ?? ReadAndKeep(key, table);
        foreach (var source in table.Sources)
            _progress.Finish(source.File, reading.Table.RowCount);
        return reading;
    }

    /// <summary>Reads a table; of a large one only the columns that every question needs stay in memory, as when it comes from the cache.</summary>
    private TableReading ReadAndKeep(string key, PlannedTable table)
    {
        var reading = ReadFiles(table);
        _cache?.Keep(key, reading);
        if (_cache is null || reading.Table.RowCount < ManyRows)
            return reading;
        var required = table.Kind is { } kind ? KnownTables.Of(kind).Columns.Where(column => column.IsRequired).Select(column => column.Name).ToHashSet() : [];
        reading = _cache.Leave(key, reading, required.Contains);
        // What only reading needed is about as large as what is left: it should be gone before the first question makes room for itself.
        GC.Collect();
        return reading;
    }

    private TableReading ReadFiles(PlannedTable table)
    {
        var reading = TableReader.Read(table.Sources, table.Shape, _options, _progress);
        reading = RepeatedKeys.Drop(reading with { Quality = reading.Quality with { Guesses = [.. table.Guesses, .. reading.Quality.Guesses] } }, table.Kind);
        if (table.Kind == TableKind.Orders)
            reading = reading with { Quality = reading.Quality with { Guesses = [.. reading.Quality.Guesses, .. OrderNotes.Of(reading.Table)] } };
        return _options.AllowPersonalData ? reading : MaskedReading.Of(reading);
    }

    private IReadOnlyList<string> Warnings() =>
        [.. _left.Count > 0 ? [$"Not read, since they are no tables: {string.Join(", ", _left)}."] : Array.Empty<string>(), .. _cache?.Warning is { } warning ? [warning] : Array.Empty<string>()];

    private string Key(PlannedTable table) => ContentHash.OfAll(
    [
        ReaderVersion, table.Shape.Key, _options.TimeZone?.Id ?? "", _options.DateOrder.ToString(), _options.DecimalMark.ToString(), _options.AllowPersonalData.ToString(),
        _options.RaggedLimit.ToString("R", System.Globalization.CultureInfo.InvariantCulture), _options.Encoding?.WebName ?? "", _options.Delimiter?.ToString() ?? "",
        .. _options.ColumnNames ?? [], .. table.Sources.SelectMany(source => new[] { source.File, source.Hash }),
    ]);
}
