using UserOps.Data.Sources;

namespace UserOps.Data.Reading;

/// <summary>Finds the files of an export and the tables in them.</summary>
internal static class SourceFiles
{
    private static readonly string[] Text = [".csv", ".tsv", ".tab", ".txt", ".psv"];

    /// <summary>The files that can be read, by name, and the names of those that cannot.</summary>
    /// <exception cref="UserOpsException">There is no such file or folder, or nothing in it can be read.</exception>
    public static (IReadOnlyList<string> Paths, IReadOnlyList<string> Left) Find(string path)
    {
        if (File.Exists(path))
            return ([path], []);
        if (!Directory.Exists(path))
            throw new UserOpsException($"'{path}' does not exist. Give the path of a file or of a folder of files.");
        string[] files = [.. List(path).Where(file => !Path.GetFileName(file).StartsWith('.')).Order(StringComparer.Ordinal)];
        string[] readable = [.. files.Where(file => FormatOf(file) is not null)];
        string[] left = [.. files.Except(readable).Select(file => Path.GetFileName(file)), .. Folders(path)];
        return readable.Length > 0 ? (readable, left) : throw new UserOpsException(
            $"'{path}' holds no file that can be read. Expected .csv, .tsv, .txt (also packed as .gz), .xlsx, .parquet or .duckdb; found {Listing(left)}.");
    }

    /// <summary>The tables in a file.</summary>
    public static IReadOnlyList<TableSource> Tables(string path, OpenOptions options) => FormatOf(path) switch
    {
        SourceFormat.Workbook => WorkbookFile.Sources(path),
        SourceFormat.Parquet => DuckDbFile.ParquetSources(path),
        SourceFormat.DuckDb => DuckDbFile.Sources(path),
        _ => [DelimitedFile.Source(path, options)],
    };

    private static SourceFormat? FormatOf(string path) => Extension(path) switch
    {
        ".xlsx" => SourceFormat.Workbook,
        ".parquet" => SourceFormat.Parquet,
        ".duckdb" or ".db" => SourceFormat.DuckDb,
        var extension => Text.Contains(extension) ? SourceFormat.Delimited : null,
    };

    private static string Extension(string path) =>
        Path.GetExtension(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path).ToLowerInvariant();

    private static string[] List(string folder)
    {
        try
        {
            return Directory.GetFiles(folder);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new UserOpsException($"The folder '{folder}' cannot be read: access is denied. Give yourself the right to read it.", cause);
        }
    }

    /// <summary>An export is one folder: what lies in folders below may be another month, another shop, or the reports made of it.</summary>
    private static IEnumerable<string> Folders(string path) =>
        Directory.GetDirectories(path).Select(Path.GetFileName).OfType<string>().Where(name => !name.StartsWith('.')).Order(StringComparer.Ordinal).Select(name => $"the folder '{name}'");

    private static string Listing(string[] names) => names.Length == 0 ? "nothing" : string.Join(", ", names.Take(5)) + (names.Length > 5 ? " …" : "");
}
