using System.Collections;
using System.Collections.Immutable;

namespace UserOps.Display;

/// <summary>One value in several renderings, by MIME type; <c>text/plain</c> is always there.</summary>
/// <remarks>JSON types (<c>application/json</c> and <c>…+json</c>) hold JSON text.</remarks>
public sealed class MimeBundle : IReadOnlyCollection<KeyValuePair<string, string>>
{
    /// <summary>Plain text.</summary>
    public const string PlainText = "text/plain";
    /// <summary>HTML that needs no script to be read.</summary>
    public const string Html = "text/html";
    /// <summary>Markdown.</summary>
    public const string Markdown = "text/markdown";
    /// <summary>A Plotly figure: data and layout.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";
    /// <summary>A named key number, see <see cref="Display.Metric"/>.</summary>
    public const string Metric = "application/vnd.userops.metric+json";
    /// <summary>The data that a report rests on, see <see cref="DataIdentity"/>.</summary>
    public const string Data = "application/vnd.userops.data+json";
    /// <summary>A question of a report and whether there is an answer, see <see cref="Display.SectionState"/>.</summary>
    public const string Section = "application/vnd.userops.section+json";
    /// <summary>The tables that are shown, with values at full precision, see <see cref="DeliveredTable"/>.</summary>
    public const string Tables = "application/vnd.userops.tables+json";

    private readonly ImmutableSortedDictionary<string, string> _parts;

    private MimeBundle(ImmutableSortedDictionary<string, string> parts) => _parts = parts;

    /// <summary>A bundle of plain text and, when given, HTML.</summary>
    public static MimeBundle Of(string text, string? html = null)
    {
        var parts = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(PlainText, text);
        return new(html is null ? parts : parts.Add(Html, html));
    }

    /// <summary>This bundle with one more rendering, or another one of the same type.</summary>
    public MimeBundle With(string mimeType, string content) => new(_parts.SetItem(mimeType, content));

    /// <summary>The rendering of the given type, or null.</summary>
    public string? this[string mimeType] => _parts.GetValueOrDefault(mimeType);

    /// <summary>How many renderings there are.</summary>
    public int Count => _parts.Count;

    /// <summary>Whether content of this type is JSON rather than text.</summary>
    public static bool IsJson(string mimeType) =>
        mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _parts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
