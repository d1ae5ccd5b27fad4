using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace UserOps.Notebooks.Documents;

/// <summary>Writes JSON as Jupyter does: one value a line, characters beyond ASCII as they are, numbers as they were.</summary>
/// <param name="newline">The line break with the indentation of the outermost value; empty for JSON on one line.</param>
/// <param name="indent">One step of indentation.</param>
internal sealed class JupyterJson(string newline, string indent)
{
    // What is not written as it is: control characters, quote and backslash, and halves of pairs, which may be alone.
    private static readonly SearchValues<char> Special = SearchValues.Create([.. Enumerable.Range(0, ' ').Append('"').Append('\\').Concat(Enumerable.Range(0xD800, 0x800)).Select(c => (char)c)]);

    private readonly StringBuilder _text = new();

    public static string Write(JsonNode? node, string newline, string indent)
    {
        var json = new JupyterJson(newline, indent);
        json.Append(node, newline);
        return json._text.ToString();
    }

    private void Append(JsonNode? node, string outer)
    {
        if (node is JsonObject item)
            AppendList('{', '}', item, outer, (property, inner) =>
            {
                AppendString(property.Key);
                _text.Append(newline.Length == 0 ? ":" : ": ");
                Append(property.Value, inner);
            });
        else if (node is JsonArray array)
            AppendList('[', ']', array, outer, Append);
        else if (node is JsonValue value && value.GetValueKind() == JsonValueKind.String)
            AppendString(value.GetValue<string>());
        else
            _text.Append(node?.ToJsonString() ?? "null");
    }

    private void AppendList<T>(char open, char close, IList<T> items, string outer, Action<T, string> append)
    {
        string inner = newline.Length == 0 ? "" : outer + indent;
        _text.Append(open);
        for (int i = 0; i < items.Count; i++)
        {
            _text.Append(i == 0 ? "" : ",").Append(inner);
            append(items[i], inner);
        }
        _text.Append(items.Count == 0 ? "" : outer).Append(close);
    }

    private void AppendString(string text)
    {
        _text.Append('"');
        int start = 0;
        while (text.AsSpan(start).IndexOfAny(Special) is >= 0 and var plain)
        {
            _text.Append(text, start, plain);
            AppendCharacter(text, start + plain);
            start += plain + 1;
        }
        _text.Append(text, start, text.Length - start).Append('"');
    }

    private void AppendCharacter(string text, int i) => _ = text[i] switch
    {
        '"' => _text.Append("\\\""),
        '\\' => _text.Append("\\\\"),
        '\n' => _text.Append("\\n"),
        '\r' => _text.Append("\\r"),
        '\t' => _text.Append("\\t"),
        '\b' => _text.Append("\\b"),
        '\f' => _text.Append("\\f"),
        < ' ' => AppendEscape(text[i]),
        _ when IsLoneSurrogate(text, i) => AppendEscape(text[i]),
        var plain => _text.Append(plain),
    };

    private StringBuilder AppendEscape(char c) => _text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");

    private static bool IsLoneSurrogate(string text, int i) =>
        char.IsHighSurrogate(text[i]) ? i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])
        : char.IsLowSurrogate(text[i]) && (i == 0 || !char.IsHighSurrogate(text[i - 1]));
}
