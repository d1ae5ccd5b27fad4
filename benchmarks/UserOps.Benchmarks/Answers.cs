using System.Text.Json.Nodes;

namespace UserOps.Benchmarks;

/// <summary>Checks that both sides answered the same: speed counts only then.</summary>
internal static class Answers
{
    /// <summary>Where a number differs. Cells that the library leaves blank because their time has not fully elapsed are not compared.</summary>
    public static IEnumerable<string> Compare(JsonNode? peer, JsonNode? ours, string path = "") => ours switch
    {
        null => [],
        JsonObject fields => fields.SelectMany(field => Compare(peer?[field.Key], field.Value, $"{path}/{field.Key}")),
        JsonArray items => items.SelectMany((item, i) => Compare(i < (peer as JsonArray)?.Count ? peer[i] : 0L, item, $"{path}/{i}")),
        _ when peer is not null && ours.GetValue<long>() == peer.GetValue<long>() => [],
        _ => [$"{path}: {peer?.ToJsonString() ?? "nothing"} by pandas, {ours.ToJsonString()} by UserOps"],
    };
}
