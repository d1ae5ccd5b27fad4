namespace UserOps.Data.Cache;

/// <summary>Makes files that nobody but their owner may read. On Windows the user's own folders see to that.</summary>
internal static class OwnerFile
{
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, options);
    }
}
