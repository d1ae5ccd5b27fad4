using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;
using UserOps.Notebooks.Execution;

namespace UserOps.Reports.Metrics;

/// <summary>The value of a parameter as JSON; a full path is cut to its last part, since it differs between machines.</summary>
internal static class ParameterJson
{
    public static JsonNode? Of(ParameterValue parameter) =>
        parameter is { Name: "data", Value: string path } ? JsonValue.Create(PathText.LastPart(path)) : Of(parameter.Value);

    private static JsonNode? Of(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(PathText.Shorten(text)),
        bool flag => JsonValue.Create(flag),
        double number => double.IsFinite(number) ? JsonValue.Create(number) : JsonValue.Create(number.ToString(CultureInfo.InvariantCulture)),
        decimal number => JsonValue.Create(number),
        sbyte or byte or short or ushort or int or uint or long => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(Of)]),
        DateTime time => JsonValue.Create(time.ToString("O", CultureInfo.InvariantCulture)),
        DateOnly day => JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        IFormattable other => JsonValue.Create(other.ToString(null, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(value.ToString()),
    };
}
