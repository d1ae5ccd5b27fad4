using System.Globalization;
using System.Net;

namespace UserOps.Reports.Pages;

/// <summary>HTML: whatever is put into it is encoded, unless it is HTML itself.</summary>
internal readonly record struct Markup(string Text)
{
    public static readonly Markup Empty = new("");

    public static Markup Of(FormattableString template) => new(template.ToString(Encoder.Instance));

    public static Markup Join(IEnumerable<Markup> parts, string separator = "\n") => new(string.Join(separator, parts.Select(part => part.Text)));

    public static Markup ForEach<T>(IEnumerable<T> items, Func<T, Markup> write) => Join(items.Select(write));

    /// <summary>HTML that stands only under a condition.</summary>
    public static Markup If(bool condition, string html) => condition ? new(html) : Empty;

    public override string ToString() => Text;

    private sealed class Encoder : IFormatProvider, ICustomFormatter
    {
        public static readonly Encoder Instance = new();

        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
        {
            null => "",
            Markup markup => markup.Text,
            IFormattable value => WebUtility.HtmlEncode(value.ToString(format, CultureInfo.InvariantCulture)),
            _ => WebUtility.HtmlEncode(arg.ToString() ?? ""),
        };
    }
}
