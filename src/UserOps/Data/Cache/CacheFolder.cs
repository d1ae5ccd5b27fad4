namespace UserOps.Data.Cache;

/// <summary>What clearing the cache removed.</summary>
/// <param name="Files">Files removed.</param>
/// <param name="Bytes">Their size together.</param>
public readonly record struct CacheCleared(int Files, long Bytes);

/// <summary>The user's folder for what need not be made twice: <c>$USEROPS_CACHE</c>, else the place that the operating system has for caches.</summary>
public static class CacheFolder
{
    private const string Tables = "tables";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const string TemporaryMark = ".new-";

    /// <summary>The folder; it need not exist yet.</summary>
    public static string Path => Find(Environment.GetEnvironmentVariable);

    /// <summary>Where a host of notebooks keeps which files answer a request for packages; the packages themselves lie in NuGet's own folder.</summary>
    public static string Packages => PackagesIn(Path);

    /// <summary>Where a served page keeps the files that were uploaded to it.</summary>
    public static string Uploads => UploadsIn(Path);

    /// <summary>Removes every table, every upload and every answer kept, and nothing else that may lie in the folder.</summary>
    public static CacheCleared Clear() => Clear(Path);

    internal static CacheCleared Clear(string root)
    {
        var cleared = new CacheCleared();
        foreach (var entry in Entries(root))
        {
            FileInfo[] files = entry.GetFiles("*", SearchOption.AllDirectories);
            cleared = new(cleared.Files + files.Length, cleared.Bytes + files.Sum(file => file.Length));
            entry.Delete(recursive: true);
        }
        return cleared;
    }

    internal static string Find(Func<string, string?> environment)
    {
        if (environment("USEROPS_CACHE") is { Length: > 0 } chosen)
            return System.IO.Path.GetFullPath(chosen);
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string caches = OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : OperatingSystem.IsMacOS() ? System.IO.Path.Combine(home, "Library", "Caches")
            : environment("XDG_CACHE_HOME") is { } xdg && System.IO.Path.IsPathRooted(xdg) ? xdg
            : System.IO.Path.Combine(home, ".cache");
        return System.IO.Path.Combine(caches, "userops");
    }

    /// <summary>Where an entry stands once it is complete.</summary>
    internal static string EntryOf(string root, string key) => System.IO.Path.Combine(root, Tables, key);

    /// <summary>A new folder beside the entries, for the owner alone, to be moved to its place once it is complete.</summary>
    internal static DirectoryInfo MakeTemporary(string root, string key)
    {
        MakeForOwner(root);
        MakeForOwner(System.IO.Path.Combine(root, Tables));
        return MakeForOwner(EntryOf(root, $"{key}{TemporaryMark}{Guid.NewGuid():N}"));
    }

    private static DirectoryInfo MakeForOwner(string folder) =>
        OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, OwnerOnly);

    private static string PackagesIn(string root) => System.IO.Path.Combine(root, "packages");

    private static string UploadsIn(string root) => System.IO.Path.Combine(root, "uploads");

    private static IEnumerable<DirectoryInfo> Entries(string root) => new[] { System.IO.Path.Combine(root, Tables), PackagesIn(root), UploadsIn(root) }
        .Where(Directory.Exists)
        .SelectMany(folder => new DirectoryInfo(folder).GetDirectories().Where(IsEntry));

    private static bool IsEntry(DirectoryInfo folder)
    {
        string key = folder.Name.Split(TemporaryMark)[0];
        return key.Length >= 16 && key.All(char.IsAsciiHexDigit);
    }
}
