using Microsoft.DotNet.Interactive.Formatting;
using UserOps.Display;

namespace UserOps.Notebooks.Rendering;

/// <summary>The formatter that Polyglot notebooks know: <c>Formatter.Register</c>, preferred MIME types, formatter sources, PocketView.</summary>
internal sealed class InteractiveFormatter : IObjectFormatter
{
    private static bool s_mayBeChanged;

    /// <summary>Forgets what an earlier notebook of this process registered.</summary>
    public static void Reset()
    {
        if (s_mayBeChanged)
            Formatter.ResetToDefault();
        s_mayBeChanged = false;
    }

    /// <summary>Declares that code will run that may register something. Before that nothing is registered, and the formatter, which takes long to get ready, need not be asked.</summary>
    public static void MayBeChangedBy(string code) => s_mayBeChanged |= code.Contains(nameof(Formatter), StringComparison.Ordinal);

    /// <summary>Declares that an assembly is loaded whose code may register something.</summary>
    public static void MayBeChanged() => s_mayBeChanged = true;

    public bool IsRegistered(Type type) => s_mayBeChanged &&
        Formatter.RegisteredFormatters(includeDefaults: false).Any(formatter => Formats(formatter.Type, type));

    public bool HasSource(Type type) => type.GetCustomAttributesData().Any(attribute => attribute.AttributeType.Name == nameof(TypeFormatterSourceAttribute));

    public MimeBundle Render(object value)
    {
        var bundle = MimeBundle.Of(Format(value, MimeBundle.PlainText));
        foreach (string mimeType in Formatter.GetPreferredMimeTypesFor(value.GetType()))
            bundle = bundle.With(mimeType, Format(value, mimeType));
        return bundle;
    }

    public string Format(object value, string mimeType) => value.ToDisplayString(mimeType);

    private static bool Formats(Type registered, Type type) => registered.IsAssignableFrom(type)
        || registered.IsGenericTypeDefinition && Ancestors(type).Any(ancestor => ancestor.IsGenericType && ancestor.GetGenericTypeDefinition() == registered);

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
            yield return ancestor;
        foreach (var contract in type.GetInterfaces())
            yield return contract;
    }
}
