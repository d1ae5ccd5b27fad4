namespace UserOps.Data.Reading;

/// <summary>Refuses files that are no text before anybody tries to read them as such.</summary>
internal static class BadFiles
{
    private static readonly (byte[] Start, string What)[] Known =
    [
        ([0x50, 0x4B, 0x03, 0x04], "a zip archive or a workbook; unpack it, or give it the extension .xlsx"),
        ([0x25, 0x50, 0x44, 0x46], "a PDF; export the table as CSV"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel file (.xls); save it as .xlsx or CSV"),
        ([0x89, 0x50, 0x4E, 0x47], "a picture"),
        ([0x50, 0x41, 0x52, 0x31], "a Parquet file; give it the extension .parquet"),
        ([0x53, 0x51, 0x4C, 0x69], "an SQLite database; export its tables as CSV"),
        ([0x42, 0x5A, 0x68], "packed by bzip2; unpack it first"),
        ([0x28, 0xB5, 0x2F, 0xFD], "packed by zstd; unpack it first"),
    ];

    public static void Check(string file, FileScan scan)
    {
        if (scan.Length == 0 || scan.Length == scan.Head.Length && scan.Head.All(b => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            throw new UserOpsException($"'{file}' is empty. Export it again.");
        foreach (var (start, what) in Known)
            if (scan.Head.AsSpan().StartsWith(start))
                throw new UserOpsException($"'{file}' is no delimited text: it is {what}.");
    }

    /// <summary>Refuses what holds control characters when decoded, which no text does; single NULs occur in exports.</summary>
    public static void CheckText(string file, ReadOnlySpan<char> head)
    {
        int controls = 0;
        foreach (char c in head)
            controls += c is < ' ' and not ('\0' or '\t' or '\r' or '\n' or '\f' or '\u001B') ? 1 : 0;
        if (controls >= 8 && controls > head.Length / 50)
            throw new UserOpsException($"'{file}' is no delimited text: it holds bytes that no text has. Export the table as CSV.");
    }
}
