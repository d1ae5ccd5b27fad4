using System.Text.Json;

namespace UserOps.Notebooks.Documents;

/// <summary>Looks into JSON that may lack what is asked for.</summary>
internal static class JsonAccess
{
    /// <summary>The value behind a path of property names; undefined where it breaks off.</summary>
    public static JsonElement Find(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (string name in path)
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return default;
        return element;
    }

    public static string? Text(this JsonElement element, Func<string, bool>? where = null) =>
        element.ValueKind == JsonValueKind.String && element.GetString() is { } text && where?.Invoke(text) != false ? text : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>Text stored as one string or as a list of lines; null when it is neither.</summary>
    public static string? Lines(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Array when element.EnumerateArray().All(line => line.ValueKind == JsonValueKind.String)
            => string.Concat(element.EnumerateArray().Select(line => line.GetString())),
        _ => null,
    };
}
