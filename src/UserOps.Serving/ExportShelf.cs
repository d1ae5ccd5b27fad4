using System.Globalization;
using System.Security.Cryptography;
using UserOps.Serving.Languages;

namespace UserOps.Serving;

/// <summary>An export that can be chosen.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Label">What a reader calls it.</param>
public sealed record ServedExport(string Path, string Label);

/// <summary>The exports inside the folders that the page may read.</summary>
internal sealed class ExportShelf(IReadOnlyList<string> roots, ServedWords words)
{
    private static readonly string[] Extensions = [".csv", ".tsv", ".txt", ".gz", ".xlsx", ".parquet", ".duckdb"];

    private const string Uploaded = "uploaded-";

    private readonly string[] _roots = [.. roots.Select(RealPath.Of)];

    /// <summary>The folders themselves, the folders within them, and the files directly in them, where they hold data.</summary>
    public IReadOnlyList<ServedExport> List() => [.. _roots.Where(Directory.Exists).SelectMany(Entries)];

    /// <summary>The export that a reader chose or wrote; a relative path is looked for in each folder.</summary>
    /// <exception cref="UserOpsException">There is no such export inside the folders.</exception>
    public string Resolve(string path)
    {
        string[] candidates = [.. _roots.Where(_ => path.Length > 0).Select(root => Path.GetFullPath(Path.Combine(root, path)))];
        return candidates.Where(Path.Exists).Select(RealPath.Of).FirstOrDefault(real => IsAllowed(real) && (File.Exists(real) || HasData(real)))
            ?? throw new UserOpsException(words.NoSuchExport(path, string.Join(", ", _roots)));
    }

    public static bool IsData(string file) => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    private IEnumerable<ServedExport> Entries(string root)
    {
        string name = Path.GetFileName(root);
        if (HasData(root))
            yield return new(root, $"{name} ({Content(root)})");
        foreach (string folder in Directory.EnumerateDirectories(root).Where(folder => IsAllowed(RealPath.Of(folder)) && HasData(folder)).Order(StringComparer.Ordinal))
            yield return new(folder, $"{NameOf(name, folder)} ({Content(folder)})");
        foreach (string file in Directory.EnumerateFiles(root).Where(file => IsData(file) && IsAllowed(RealPath.Of(file))).Order(StringComparer.Ordinal))
            yield return new(file, $"{name}/{Path.GetFileName(file)}");
    }

    // A link within a folder may lead out of it.
    private bool IsAllowed(string real) => _roots.Any(root => RealPath.IsWithin(real, root))
        && (!Directory.Exists(real) || Directory.EnumerateFileSystemEntries(real).All(entry => _roots.Any(root => RealPath.IsWithin(RealPath.Of(entry), root))));

    /// <summary>A name for the folder of an upload that tells its reader what it is; the digits at its end keep two of one second apart.</summary>
    public static string NameOfUpload(DateTime now) => string.Create(CultureInfo.InvariantCulture, $"{Uploaded}{now:yyyy-MM-dd-HHmmss}-{RandomNumberGenerator.GetHexString(4, lowercase: true)}");

    private static string NameOf(string parent, string folder) => Path.GetFileName(folder) is var name && name.StartsWith(Uploaded, StringComparison.Ordinal) ? name : $"{parent}/{name}";

    private string Content(string folder)
    {
        string[] files = [.. Directory.EnumerateFiles(folder).Where(IsData).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        return files.Length <= 3 ? string.Join(", ", files) : words.Reports.AndMore(files[0], files.Length - 1);
    }

    private static bool HasData(string folder)
    {
        try
        {
            return Directory.EnumerateFiles(folder).Any(IsData);
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
