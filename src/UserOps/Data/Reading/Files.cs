namespace UserOps.Data.Reading;

/// <summary>Opens files and turns what may go wrong into one message.</summary>
internal static class Files
{
    private const int BufferSize = 1 << 16;

    /// <summary>Opens a file for reading from its first byte to its last.</summary>
    /// <exception cref="UserOpsException">The file is absent or cannot be read.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, BufferSize, FileOptions.SequentialScan);
            return file.CanSeek ? file : throw new UserOpsException($"'{path}' is a stream and can be read only once. Save it to a file first.");
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new UserOpsException($"'{path}' cannot be read: access is denied. Give yourself the right to read it, or copy it.", cause);
        }
        catch (IOException cause)
        {
            throw new UserOpsException($"'{path}' cannot be read: {cause.Message} Check the path.", cause);
        }
    }

    /// <summary>The file's name without folder and without the extensions of data files: <c>ecom</c> for <c>ecom.csv.gz</c>.</summary>
    public static string Stem(string path)
    {
        string name = Path.GetFileName(path);
        while (Path.GetExtension(name).ToLowerInvariant() is ".gz" or ".csv" or ".tsv" or ".tab" or ".txt" or ".xlsx" or ".parquet" or ".duckdb" or ".db" or ".utf8" or ".gbk")
            name = Path.GetFileNameWithoutExtension(name);
        return name;
    }
}
