using UserOps.Data.Reading;
using UserOps.Display;

namespace UserOps.Data;

/// <summary>The files of an export as they lay there at one moment: tells afterwards whether somebody has replaced one.</summary>
/// <remarks>A file is read again only where its size or its time of change is another than before.</remarks>
public sealed class ExportStamp
{
    private readonly Dictionary<string, (long Length, DateTime Changed)> _files;

    private ExportStamp(IEnumerable<string> paths) => _files = paths.ToDictionary(path => path, Look, StringComparer.Ordinal);

    /// <summary>Notes the files of an export; none where it cannot be read.</summary>
    /// <param name="path">A file or a folder.</param>
    public static ExportStamp Of(string path)
    {
        try
        {
            return new(SourceFiles.Find(path).Paths);
        }
        catch (UserOpsException)
        {
            // Whoever opens it says why.
            return new([]);
        }
    }

    /// <summary>The names of files whose content is another now than when they were opened, or that are gone.</summary>
    /// <param name="opened">The files as they were opened.</param>
    public IReadOnlyList<string> Replaced(IReadOnlyCollection<DataFile> opened) =>
        [.. _files.Where(file => Look(file.Key) != file.Value).Select(file => file.Key).Where(path => IsReplaced(path, opened)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static bool IsReplaced(string path, IReadOnlyCollection<DataFile> opened)
    {
        string name = Path.GetFileName(path);
        var known = opened.Where(file => file.Name.Split(" · ")[0] == name).ToList();
        return known.Count > 0 && (!File.Exists(path) || known.Any(file => file.Hash != ContentHash.Of(path)));
    }

    private static (long, DateTime) Look(string path) => new FileInfo(path) is { Exists: true } file ? (file.Length, file.LastWriteTimeUtc) : (-1, default);
}
