using System.Text;
using UserOps.Data.Typing;

namespace UserOps.Data.Reading;

/// <summary>Delimited and space-aligned text files, plain or packed by gzip.</summary>
internal static class DelimitedFile
{
    /// <summary>The one table of the file, its encoding and delimiter found.</summary>
    /// <exception cref="UserOpsException">The file is empty, binary, damaged, or not delimited as it was said to be.</exception>
    public static TableSource Source(string path, OpenOptions options)
    {
        string file = Path.GetFileName(path);
        var scan = FileScan.Of(path);
        BadFiles.Check(file, scan);
        var encoding = TextEncoding.Of(scan, options.Encoding);
        string head = encoding.Encoding.GetString(scan.Head);
        BadFiles.CheckText(file, head);
        char delimiter = options.Delimiter ?? Delimiters.Declared(head) ?? Detect(head, options.ColumnNames);
        using var peek = Open(path, file, encoding.Encoding, delimiter, options.ColumnNames);
        CheckDelimiter(file, peek.Header, delimiter, options);
        return new(file, Files.Stem(path), peek.Header, scan.Hash, () => Open(path, file, encoding.Encoding, delimiter, options.ColumnNames))
        {
            Encoding = encoding.Statement,
            Delimiter = Delimiters.Name(delimiter),
            Guesses = options.ColumnNames is null && LooksLikeData(peek.Header)
                ? [$"The first row of '{file}' is taken for column names although it looks like data ({string.Join(", ", peek.Header.Take(3))}); give ColumnNames if the file has no header row."] : [],
            RowHint = scan.Lines - (options.ColumnNames is null ? 1 : 0),
        };
    }

    private static bool LooksLikeData(IReadOnlyList<string> header) =>
        header.Count(name => NumberText.TryParse(name, out _) || TimeText.TryParse(name, digitsAlone: false, out _)) * 2 >= header.Count;

    private static ITextRows Open(string path, string file, Encoding encoding, char delimiter, IReadOnlyList<string>? names)
    {
        var bytes = Files.Open(path);
        var text = new StreamReader(Gzip.IsPacked(path) ? Gzip.Unpack(bytes) : bytes, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16);
        double Progress() => bytes.Length == 0 ? 1 : (double)bytes.Position / bytes.Length;
        return delimiter == Delimiters.Blanks ? new AlignedRows(text, file, names, Progress) : new DelimitedRows(text, delimiter, file, names, Progress);
    }

    /// <summary>Blanks separate columns only where their names are given and nothing else cuts a line into as many fields.</summary>
    private static char Detect(string head, IReadOnlyList<string>? names)
    {
        char found = Delimiters.Detect(head);
        string first = head.Split('\n').FirstOrDefault(line => line.Trim().Length > 0) ?? "";
        bool aligned = names is { Count: > 1 } && !first.Contains(found)
            && first.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length == names.Count;
        return aligned ? Delimiters.Blanks : found;
    }

    private static void CheckDelimiter(string file, IReadOnlyList<string> header, char delimiter, OpenOptions options)
    {
        if (options.Delimiter is null || header.Count > 1)
            return;
        char better = Delimiters.Detect(header[0]);
        if (better != delimiter && header[0].Contains(better))
            throw new UserOpsException(
                $"'{file}' has one column when cut at {Delimiters.Name(delimiter)}; {Delimiters.Name(better)} would give "
                    + $"{header[0].Split(better).Length}. Name that delimiter, or none.");
    }
}
