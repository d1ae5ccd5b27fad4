using System.Text.Json;

namespace UserOps.Kernel;

/// <summary>Reads what a client sent, which may lack anything and have other types than agreed.</summary>
internal static class JsonReading
{
    /// <summary>A text, or null.</summary>
    public static string? Text(this JsonElement json, string name) => json.Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A whole number, or null.</summary>
    public static int? Number(this JsonElement json, string name) =>
        json.Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out int number) ? number : null;

    /// <summary>True or false, or null.</summary>
    public static bool? Flag(this JsonElement json, string name) => json.Find(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>The items of a list; none where there is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.Find(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The properties of an object; none where there is no object.</summary>
    public static IEnumerable<JsonProperty> Properties(this JsonElement json, string name) =>
        json.Find(name) is { ValueKind: JsonValueKind.Object } value ? value.EnumerateObject() : [];

    /// <summary>The value as it stands in the text, or null.</summary>
    public static string? Raw(this JsonElement json, string name) => json.Find(name) is { ValueKind: not JsonValueKind.Undefined } value ? value.GetRawText() : null;

    private static JsonElement Find(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;
}
