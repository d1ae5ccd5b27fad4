using UserOps.Display;

namespace UserOps.Notebooks.Rendering;

/// <summary>Formats objects that neither show themselves nor are tables, and those for which a notebook registered its own way.</summary>
internal interface IObjectFormatter
{
    /// <summary>Whether the notebook registered how values of the type are shown.</summary>
    bool IsRegistered(Type type);

    /// <summary>Whether the type itself names its formatters.</summary>
    bool HasSource(Type type);

    /// <summary>The renderings that are preferred for the value.</summary>
    MimeBundle Render(object value);

    /// <summary>The value in one MIME type.</summary>
    string Format(object value, string mimeType);
}
