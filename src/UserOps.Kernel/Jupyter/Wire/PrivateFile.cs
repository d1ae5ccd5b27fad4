namespace UserOps.Kernel.Jupyter.Wire;

/// <summary>A file that holds a secret.</summary>
internal static class PrivateFile
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Creates a file that only its owner may read.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return File.Open(path, options);
    }

    /// <summary>Takes the rights of everybody but its owner away; says so where that cannot be done.</summary>
    public static void Close(string path)
    {
        if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Others) == 0)
            return;
        try
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        catch (UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"userops: others may read '{path}', which holds the key of this kernel, and the file is not yours to close.");
        }
        if ((File.GetUnixFileMode(path) & Others) != 0)
            Console.Error.WriteLine($"userops: others may read '{path}', which holds the key of this kernel: its disk knows no owners.");
    }
}
