using UserOps.Data.Reading;

namespace UserOps.Tests.Data.Sources;

/// <summary>Reads a source to its end, each row as its fields joined by bars.</summary>
internal static class RowText
{
    public static string[] Of(TableSource source)
    {
        using var rows = source.Open();
        List<string> lines = [string.Join('|', rows.Header)];
        while (rows.Read())
            lines.Add(string.Join('|', Enumerable.Range(0, rows.FieldCount).Select(i => rows[i].ToString())));
        return [.. lines];
    }
}
