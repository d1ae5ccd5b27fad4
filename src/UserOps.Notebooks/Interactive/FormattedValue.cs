using UserOps.Display;
using UserOps.Notebooks.Rendering;

namespace Microsoft.DotNet.Interactive;

/// <summary>Content that is ready to be shown as it is.</summary>
public class FormattedValue
{
    /// <summary>Makes the content.</summary>
    /// <param name="mimeType">What it is, such as <c>text/html</c>.</param>
    /// <param name="value">The content; JSON types hold JSON text.</param>
    /// <exception cref="ArgumentException">The MIME type is empty.</exception>
    public FormattedValue(string mimeType, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mimeType);
        (MimeType, Value) = (mimeType, value);
    }

    /// <summary>What it is.</summary>
    public string MimeType { get; }

    /// <summary>The content.</summary>
    public string Value { get; }

    /// <summary>A value in one MIME type: the given one, or HTML where it has that, or plain text.</summary>
    public static FormattedValue CreateSingleFromObject(object? value, string? mimeType = null)
    {
        var bundle = mimeType is null ? ValueRenderer.Render(value) : ValueRenderer.Render(value, mimeType);
        string type = mimeType ?? (bundle[MimeBundle.Html] is null ? MimeBundle.PlainText : MimeBundle.Html);
        return new(type, bundle[type]!);
    }

    /// <summary>A value in several MIME types: the given ones, or those that suit it.</summary>
    public static IReadOnlyList<FormattedValue> CreateManyFromObject(object? value, params string[] mimeTypes) =>
        [.. ValueRenderer.Render(value, mimeTypes).Where(part => mimeTypes.Length == 0 || mimeTypes.Contains(part.Key))
            .Select(part => new FormattedValue(part.Key, part.Value))];

    /// <summary>The type and the content.</summary>
    public override string ToString() => $"{MimeType}: {Value}";
}
