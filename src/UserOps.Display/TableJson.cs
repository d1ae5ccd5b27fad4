using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace UserOps.Display;

/// <summary>Tables as data: values at full precision beside the formats that print them. A shown table travels so to whoever makes a file of it.</summary>
internal static class TableJson
{
    /// <summary>Rows that travel at most; whoever needs more writes the table's own CSV.</summary>
    public const int RowLimit = 5000;

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(IEnumerable<DeliveredTable> tables) => new JsonArray([.. tables.Select(Of)]).ToJsonString(Compact);

    /// <exception cref="FormatException">The text is not the JSON of tables.</exception>
    public static IReadOnlyList<DeliveredTable> Read(string json)
    {
        try
        {
            return [.. JsonNode.Parse(json)!.AsArray().Select(table => Read(table!.AsObject()))];
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException or NullReferenceException or ArgumentException)
        {
            throw new FormatException($"This is not the JSON of tables: {problem.Message}", problem);
        }
    }

    private static JsonObject Of(DeliveredTable delivered)
    {
        var table = delivered.Table;
        var json = new JsonObject
        {
            ["columns"] = new JsonArray([.. table.Columns.Select(Of)]),
            ["rows"] = new JsonArray([.. table.Rows.Take(RowLimit).Select(row => new JsonArray([.. row.Select((value, i) => Of(value, table.Columns[i].Format))]))]),
            ["title"] = table.Title,
            ["total"] = delivered.TotalRows,
        };
        if (table.Caption is { } caption)
            json["caption"] = caption;
        if (delivered.Notes.Count > 0)
            json["notes"] = new JsonArray([.. delivered.Notes.Select(note => (JsonNode)note)]);
        return json;
    }

    private static JsonObject Of(TableColumn column) => new()
    {
        ["digits"] = column.Format.Digits,
        ["kind"] = column.Format.Kind.ToString(),
        ["name"] = column.Name,
        ["unit"] = column.Format.Unit,
    };

    private static JsonValue? Of(object? value, Format format) => value switch
    {
        null or double.NaN or float.NaN => null,
        bool flag => JsonValue.Create(flag),
        TimeSpan span when format.Kind == FormatKind.Duration => JsonValue.Create(span.TotalSeconds),
        DateTime or DateTimeOffset or DateOnly => JsonValue.Create(CsvText.Iso(value, dateOnly: format.Kind == FormatKind.Date)),
        double number when format.IsNumeric && double.IsFinite(number) => JsonValue.Create(number),
        float number when format.IsNumeric && float.IsFinite(number) => JsonValue.Create((double)number),
        decimal number when format.IsNumeric => JsonValue.Create(number),
        int or long or short or byte or uint or ushort or sbyte when format.IsNumeric => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(format.Write(value)),
    };

    private static DeliveredTable Read(JsonObject json)
    {
        TableColumn[] columns = [.. json["columns"]!.AsArray().Select(column => ReadColumn(column!))];
        var rows = json["rows"]!.AsArray().Select(row => (IReadOnlyList<object?>)[.. row!.AsArray().Select((value, i) => Read(value, columns[i].Format))]);
        return new(new((string)json["title"]!, columns, rows, (string?)json["caption"]), (int)json["total"]!) { Notes = [.. json["notes"]?.AsArray().Select(note => (string)note!) ?? []] };
    }

    private static TableColumn ReadColumn(JsonNode json) =>
        new((string)json["name"]!, Format.Of(Enum.Parse<FormatKind>((string)json["kind"]!), (int)json["digits"]!, (string)json["unit"]!));

    private static object? Read(JsonNode? value, Format format) => value?.GetValueKind() switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.GetValue<double>(),
        _ when format.Kind is FormatKind.Date or FormatKind.Timestamp
            && DateTime.TryParse((string)value!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment) => moment,
        _ => (string)value!,
    };
}

/// <summary>A table as it was shown, read back.</summary>
/// <param name="Table">Its rows, at most <see cref="TableJson.RowLimit"/> of them.</param>
/// <param name="TotalRows">How many rows were shown.</param>
public sealed record DeliveredTable(Table Table, int TotalRows)
{
    /// <summary>What a reader must know before using the numbers, as the result beside whose table it stood says it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The tables of a bundle, empty where it has none.</summary>
    /// <exception cref="FormatException">The bundle holds tables that cannot be read.</exception>
    public static IReadOnlyList<DeliveredTable> In(MimeBundle bundle) => bundle[MimeBundle.Tables] is { } json ? TableJson.Read(json) : [];
}
