using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace UserOps.Display;

/// <summary>JSON that is equal for equal values: camel-case keys in alphabetical order, nulls left out, numbers that read back exactly.</summary>
internal static class CanonicalJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Sort } },
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json, string what)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new FormatException($"{what} is needed as a JSON object; found null.");
        }
        catch (JsonException problem)
        {
            throw new FormatException($"This is not the JSON of {what}: {problem.Message}", problem);
        }
    }

    private static void Sort(JsonTypeInfo type)
    {
        var sorted = type.Properties.OrderBy(property => property.Name, StringComparer.Ordinal).ToList();
        for (int i = 0; i < sorted.Count; i++)
        {
            sorted[i].Order = i;
            sorted[i].IsRequired &= Nullable.GetUnderlyingType(sorted[i].PropertyType) is null;
        }
    }
}
