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
public sealed record DataIdentity(IReadOnlyList<DataFile> Files, DateTime? From, DateTime? To, string TimeZone, string Hash);
