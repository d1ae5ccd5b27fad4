using System.Text.Json;
using System.Text.Json.Serialization;
using UserOps.Data.Reading;
using UserOps.Time;

namespace UserOps.Data.Schema;

/// <summary>The file <c>export.json</c> beside the files of an export: how they are to be read. What the caller says wins.</summary>
/// <example><code>
/// {
///   "timeZone": "Asia/Shanghai",
///   "firstDayOfWeek": "Monday",
///   "dateOrder": "DayFirst",
///   "map": { "orders": { "user_id": "CustomerID", "amount": "Quantity*UnitPrice" } },
///   "excludeUsers": ["test_*"]
/// }
/// </code></example>
internal sealed record ExportManifest
{
    /// <summary>The file's name.</summary>
    public const string FileName = "export.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The zone of times without an offset, such as <c>Asia/Shanghai</c>.</summary>
    public string? TimeZone { get; init; }
    /// <summary>The zone of the report; that of the export when absent.</summary>
    public string? ReportTimeZone { get; init; }
    /// <summary>The day on which weeks begin.</summary>
    public DayOfWeek? FirstDayOfWeek { get; init; }
    /// <summary>Which part of an ambiguous date comes first.</summary>
    public DateOrder? DateOrder { get; init; }
    /// <summary>What stands before the decimals of numbers.</summary>
    public DecimalMark? DecimalMark { get; init; }
    /// <summary>The encoding of delimited files.</summary>
    public string? Encoding { get; init; }
    /// <summary>The delimiter of delimited files.</summary>
    public char? Delimiter { get; init; }
    /// <summary>Names for files that have no header row.</summary>
    public IReadOnlyList<string>? ColumnNames { get; init; }
    /// <summary>The share of ragged rows that may be dropped.</summary>
    public double? RaggedLimit { get; init; }
    /// <summary>Table → canonical column → name in the file or formula.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Map { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();
    /// <summary>Ids of test accounts.</summary>
    public IReadOnlyList<string> ExcludeUsers { get; init; } = [];

    /// <summary>The options with what <c>export.json</c> beside the files adds to them.</summary>
    /// <exception cref="UserOpsException">The file is there and cannot be understood.</exception>
    public static OpenOptions Complete(OpenOptions options, string path)
    {
        string folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
        string file = Path.Combine(folder, FileName);
        return File.Exists(file) ? Read(file).Complete(options) : options;
    }

    private static ExportManifest Read(string file)
    {
        try
        {
            using var stream = Files.Open(file);
            return JsonSerializer.Deserialize<ExportManifest>(stream, Json) ?? new();
        }
        catch (JsonException cause)
        {
            throw new UserOpsException($"'{file}' is not understood: {cause.Message} It may hold timeZone, reportTimeZone, "
                + "firstDayOfWeek, dateOrder, decimalMark, encoding, delimiter, columnNames, raggedLimit, map and excludeUsers.", cause);
        }
    }

    private OpenOptions Complete(OpenOptions options) => options with
    {
        Map = [.. Map.SelectMany(table => table.Value.Select(column => $"{table.Key}.{column.Key}={column.Value}")), .. options.Map],
        TimeZone = options.TimeZone ?? Zone(TimeZone),
        Calendar = options.Calendar ?? MakeCalendar(options),
        DateOrder = options.DateOrder == Data.DateOrder.Detect ? DateOrder ?? options.DateOrder : options.DateOrder,
        DecimalMark = options.DecimalMark == Data.DecimalMark.Detect ? DecimalMark ?? options.DecimalMark : options.DecimalMark,
        Encoding = options.Encoding ?? (Encoding is null ? null : TextEncoding.Named(Encoding)),
        Delimiter = options.Delimiter ?? Delimiter,
        ColumnNames = options.ColumnNames ?? ColumnNames,
        RaggedLimit = RaggedLimit ?? options.RaggedLimit,
        ExcludeUsers = [.. ExcludeUsers, .. options.ExcludeUsers],
    };

    private Calendar? MakeCalendar(OpenOptions options)
    {
        var zone = Zone(ReportTimeZone) ?? options.TimeZone ?? Zone(TimeZone);
        return zone is null && FirstDayOfWeek is null ? null : new(zone ?? TimeZoneInfo.Utc, FirstDayOfWeek ?? DayOfWeek.Monday);
    }

    private static TimeZoneInfo? Zone(string? id)
    {
        try
        {
            return id is null ? null : TimeZoneInfo.FindSystemTimeZoneById(id);
        }
        catch (Exception cause) when (cause is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new UserOpsException($"Time zone '{id}' in {FileName} is unknown. Write an IANA name such as Asia/Shanghai or Europe/Berlin.", cause);
        }
    }
}
