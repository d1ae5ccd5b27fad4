using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Display;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Parameters;

namespace UserOps.Notebooks.Execution;

/// <summary>Takes secret values out of what cells show: as they are, and as HTML, JSON and addresses write them.</summary>
internal sealed class Redaction(IReadOnlyList<string> secrets)
{
    // Long forms first: a short one may be part of them.
    private readonly string[] _forms = [.. secrets.SelectMany(FormsOf).Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length)];

    public CellOutput Apply(CellOutput output) => _forms.Length == 0 ? output : output switch
    {
        CellOutput.Stream stream => stream with { Text = Clean(stream.Text) },
        CellOutput.Error error => new CellOutput.Error(Clean(error.Name), Clean(error.Message), [.. error.Traceback.Select(Clean)]),
        CellOutput.Display display => display with { Data = Clean(display.Data) },
        CellOutput.Result result => result with { Data = Clean(result.Data) },
        _ => output,
    };

    private MimeBundle Clean(MimeBundle bundle)
    {
        foreach ((string type, string content) in bundle.Where(part => Holds(part.Value)).ToList())
            bundle = bundle.With(type, MimeBundle.IsJson(type) ? CleanJson(content) : Clean(content));
        return bundle;
    }

    /// <summary>Texts within JSON are cleaned one by one, so that it stays JSON; what is no JSON is a text.</summary>
    private string CleanJson(string json)
    {
        try
        {
            return Clean(Clean(JsonNode.Parse(json))?.ToJsonString() ?? "null");
        }
        catch (JsonException)
        {
            return Clean(json);
        }
    }

    private JsonNode? Clean(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(Clean(member.Key), Clean(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Clean)]),
        JsonValue value when value.TryGetValue(out string? text) => JsonValue.Create(Clean(text)),
        _ => node?.DeepClone(),
    };

    private string Clean(string text) => _forms.Aggregate(text, (cleaned, form) => cleaned.Replace(form, SecretParameter.Hidden, StringComparison.Ordinal));

    private bool Holds(string text) => Array.Exists(_forms, form => text.Contains(form, StringComparison.Ordinal));

    private static IEnumerable<string> FormsOf(string secret)
    {
        string[] plain = [secret, JavaScriptEncoder.Default.Encode(secret), JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret)];
        return [
            .. plain, .. plain.Select(WebUtility.HtmlEncode).OfType<string>(), .. plain.Select(HtmlEncoder.Default.Encode),
            Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
        ];
    }
}
