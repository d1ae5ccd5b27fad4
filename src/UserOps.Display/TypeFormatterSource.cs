namespace UserOps.Display;

/// <summary>Tells .NET Interactive how a type is shown; it finds this attribute by its name, so no package is needed.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[]? PreferredMimeTypes { get; set; }
}

/// <summary>The renderings of every <see cref="IDisplayable"/> for .NET Interactive; <c>CreateTypeFormatters</c> is found by its name.</summary>
internal sealed class DisplayableFormatterSource
{
    private static readonly string[] MimeTypes = [MimeBundle.PlainText, MimeBundle.Html, MimeBundle.Plotly, MimeBundle.Metric, MimeBundle.Data];

    private readonly object[] _formatters = [.. MimeTypes.Select(mimeType => new DisplayableFormatter(mimeType))];

    public IEnumerable<object> CreateTypeFormatters() => _formatters;
}

/// <summary>One rendering of a value; <c>MimeType</c> and <c>Format</c> are found by their names.</summary>
internal sealed class DisplayableFormatter(string mimeType)
{
    public string MimeType { get; } = mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        if ((instance as IDisplayable)?.Render()[MimeType] is not { } content)
            return false;
        writer.Write(content);
        return true;
    }
}
