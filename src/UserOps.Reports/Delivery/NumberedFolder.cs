using System.Globalization;

namespace UserOps.Reports.Delivery;

/// <summary>A folder of numbered files that belong to one report.</summary>
internal static class NumberedFolder
{
    /// <summary>Writes a file for each item: <c>01-title.csv</c>, <c>02-…</c>.</summary>
    public static IReadOnlyList<string> Write<T>(string folder, string extension, IReadOnlyList<T> items, Func<T, string> title, Action<T, Stream> write)
    {
        List<string> files = [];
        if (items.Count > 0)
            AtomicFile.MakeFolder(folder);
        foreach (var (index, item) in items.Index())
        {
            string path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{index + 1:00}-{FileName.Of(title(item))}.{extension}"));
            AtomicFile.Write(path, stream => write(item, stream));
            files.Add(path);
        }
        return files;
    }

    /// <summary>Removes the other numbered files, and the folder where nothing is left in it.</summary>
    public static void RemoveOthers(string folder, string extension, IEnumerable<string> kept)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (string file in Directory.EnumerateFiles(folder, "*-*." + extension).Except(kept, StringComparer.Ordinal).Where(IsNumbered).ToList())
            AtomicFile.Delete(file);
        if (!Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }

    private static bool IsNumbered(string file) => Path.GetFileName(file) is [>= '0' and <= '9', >= '0' and <= '9', ..];
}
