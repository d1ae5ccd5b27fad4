using System.Text.Json.Nodes;

namespace UserOps.Reports.Metrics;

/// <summary>Makes JSON objects whose keys stand in ordinal order.</summary>
internal static class SortedJson
{
    public static JsonObject Object(params (string Key, JsonNode? Value)[] members)
    {
        var json = new JsonObject();
        foreach (var (key, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
            json[key] = value;
        return json;
    }

    /// <summary>As <see cref="Object"/>, without the members that have no value.</summary>
    public static JsonObject Present(params (string Key, JsonNode? Value)[] members) => Object([.. members.Where(member => member.Value is not null)]);
}
