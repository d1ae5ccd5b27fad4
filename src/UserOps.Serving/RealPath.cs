namespace UserOps.Serving;

/// <summary>Paths as the file system means them: links followed in every part.</summary>
internal static class RealPath
{
    public static string Of(string path)
    {
        string full = Path.GetFullPath(path), root = Path.GetPathRoot(full)!;
        return full[root.Length..].Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(root, (place, part) => Follow(Path.Combine(place, part)));
    }

    /// <summary>Whether a real path is a real folder or lies in it.</summary>
    public static bool IsWithin(string path, string folder)
    {
        var comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return path.Equals(folder, comparison) || path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, comparison);
    }

    private static string Follow(string path)
    {
        FileSystemInfo entry = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        return entry.LinkTarget is null ? path : Of(entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path);
    }
}
