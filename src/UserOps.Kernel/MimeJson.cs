using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Display;

namespace UserOps.Kernel;

/// <summary>Renderings as clients take them: text as one string, JSON types as JSON.</summary>
internal static class MimeJson
{
    public static JsonObject Of(MimeBundle bundle) =>
        new(bundle.Select(part => KeyValuePair.Create(part.Key, MimeBundle.IsJson(part.Key) ? Parse(part.Value) : part.Value)));

    /// <summary>JSON text as JSON; what only claims to be JSON stays text.</summary>
    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
