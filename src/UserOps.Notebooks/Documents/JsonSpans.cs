using System.Text.Json;

namespace UserOps.Notebooks.Documents;

/// <summary>Finds where the values of an object or an array lie in JSON text.</summary>
internal static class JsonSpans
{
    /// <summary>The span of each property's value; of equal names the last counts.</summary>
    public static Dictionary<string, JsonSpan> OfProperties(ReadOnlySpan<byte> json)
    {
        var spans = new Dictionary<string, JsonSpan>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            spans[name] = SkipValue(ref reader);
        }
        return spans;
    }

    /// <summary>The span of each element.</summary>
    public static List<JsonSpan> OfElements(ReadOnlySpan<byte> json)
    {
        var spans = new List<JsonSpan>();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            spans.Add(SkipValue(ref reader));
        return spans;
    }

    private static JsonSpan SkipValue(ref Utf8JsonReader reader)
    {
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        return new(start, (int)reader.BytesConsumed - start);
    }
}
