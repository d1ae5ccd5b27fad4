namespace UserOps.Display;

/// <summary>One file or table that a report was made from.</summary>
/// <param name="Name">The file's name without its folder.</param>
/// <param name="Table">The table it was read as.</param>
/// <param name="Rows">Rows kept.</param>
/// <param name="Hash">A hash of the content, in hexadecimal.</param>
public sealed record DataFile(string Name, string Table, long Rows, string Hash);

/// <summary>Which data a report rests on: files, rows, time range, content hash. It travels as an output of its own MIME type.</summary>
/// <param name="Files">The files, by name.</param>
/// <param name="From">The first moment in the data, UTC; null without timestamps.</param>
/// <param name="To">The last moment in the data, UTC; null without timestamps.</param>
/// <param name="TimeZone">The time zone of the report.</param>
/// <param name="Hash">One hash over all files.</param>
[TypeFormatterSource(typeof(DisplayableFormatterSource), PreferredMimeTypes = [MimeBundle.Html, MimeBundle.Data])]
public sealed record DataIdentity(IReadOnlyList<DataFile> Files, DateTime? From, DateTime? To, string TimeZone, string Hash) : IDisplayable
{
    /// <summary>The identity that <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not the JSON of a data identity.</exception>
    public static DataIdentity FromJson(string json) => CanonicalJson.Read<DataIdentity>(json, "a data identity");

    /// <summary>The identity as JSON: sorted camel-case keys, nulls left out, files in their order.</summary>
    public string ToJson() => CanonicalJson.Write(this);

    /// <summary>One row for each file.</summary>
    public Table ToTable() => new("Data", FileColumns, Files.Select(Row), Caption());

    /// <inheritdoc/>
    public MimeBundle Render() => ToTable().Render().With(MimeBundle.Data, ToJson());

    /// <summary>The files and their rows as plain text.</summary>
    public override string ToString() => ToTable().ToString();

    private static readonly TableColumn[] FileColumns =
        [new("File", Format.Text), new("Read as", Format.Text), new("Rows", Format.Count), new("Content hash", Format.Text)];

    private static object?[] Row(DataFile file) => [file.Name, file.Table, file.Rows, file.Hash];

    private string Caption()
    {
        string range = From is { } from && To is { } to ? $"{Format.Timestamp.Write(from)} to {Format.Timestamp.Write(to)} UTC" : "no timestamps";
        return $"{range} · report time zone {TimeZone} · hash {Hash}";
    }
}
