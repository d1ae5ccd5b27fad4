using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace UserOps.Cli;

/// <summary>How the program writes JSON.</summary>
internal static class Json
{
    public static JsonSerializerOptions Indented { get; } = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };
}
