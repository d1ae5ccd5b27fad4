using Microsoft.DotNet.Interactive.Formatting;
using UserOps.Display;

namespace UserOps.Notebooks.Rendering;

/// <summary>The formatter that Polyglot notebooks know: <c>Formatter.Register</c>, preferred MIME types, formatter sources, PocketView.</summary>
internal sealed class InteractiveFormatter : IObjectFormatter
{
    public bool IsRegistered(Type type) =>
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
