using System.Text.Encodings.Web;
using System.Text.Json;

namespace UserOps.Samples;

/// <summary>The note beside the files that says how to read them: the time zone, who tests, and the columns that only this shop calls so.</summary>
internal static class ExportNote
{
    public const string Name = "export.json", TimeZone = "Asia/Shanghai", TestAccounts = "test_*";

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public static string Of(ShopOptions options) => JsonSerializer.Serialize(
        new { TimeZone, FirstDayOfWeek = nameof(DayOfWeek.Monday), ExcludeUsers = (string[])[TestAccounts], Map = options.Chinese ? Map() : [] }, Format) + "\n";

    private static Dictionary<string, Dictionary<string, string>> Map() => Layouts.All
        .Where(layout => layout.Columns.Any(column => column.IsSpecial))
        .ToDictionary(
            layout => layout.Name,
            layout => layout.Columns.Where(column => column.IsSpecial).ToDictionary(column => column.Canonical, column => column.Chinese));
}
