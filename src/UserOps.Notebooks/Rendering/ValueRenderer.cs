using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive;
using Plotly.NET;
using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Notebooks.Rendering;

/// <summary>Turns any value of a cell into its renderings: what knows itself first, then what the notebook registered, then tables, then the rest.</summary>
internal static class ValueRenderer
{
    internal static IObjectFormatter Formatter { get; } = new InteractiveFormatter();

    /// <summary>The renderings of a value; with MIME types given, those only, besides plain text.</summary>
    public static MimeBundle Render(object? value, params IReadOnlyList<string> mimeTypes) => mimeTypes.Count == 0
        ? RenderFreely(value)
        : mimeTypes.Aggregate(MimeBundle.Of(PlainText(value)), (bundle, mimeType) => bundle.With(mimeType, As(value, mimeType)));

    private static MimeBundle RenderFreely(object? value) => value switch
    {
        null => MimeBundle.Of("null"),
        _ when Formatter.IsRegistered(value.GetType()) => Formatter.Render(value),
        IDisplayable displayable => displayable.Render(),
        _ when Formatter.HasSource(value.GetType()) => Formatter.Render(value),
        FormattedValue formatted => MimeBundle.Of(formatted.Value).With(formatted.MimeType, formatted.Value),
        DisplayedValue displayed => RenderFreely(displayed.Value),
        string text => MimeBundle.Of(text),
        LaTeXString formula => MimeBundle.Of(formula.ToString()).With("text/latex", formula.ToString()),
        GenericChart chart => PlotlyFigure.Render(GenericChart.toFigureJson(chart), "A Plotly figure."),
        IHtmlContent html => MimeBundle.Of(HtmlText(html), HtmlText(html)),
        _ when IsScalar(value) => MimeBundle.Of(PlainText(value)),
        DataFrame frame => FrameTable.Of(frame).Render(),
        IEnumerable items when RecordTable.TryRead(items) is { } table => table.Render(),
        _ => Formatter.Render(value),
    };

    private static string As(object? value, string mimeType) =>
        RenderFreely(value)[mimeType] ?? (value is null ? "null" : Formatter.Format(value, mimeType));

    private static string PlainText(object? value) => value switch
    {
        null => "null",
        IDisplayable displayable => displayable.Render()[MimeBundle.PlainText]!,
        IHtmlContent html => HtmlText(html),
        IFormattable formattable => ScalarText.Of(formattable),
        string or char or bool or Uri => value.ToString() ?? "",
        _ => Formatter.Format(value, MimeBundle.PlainText),
    };

    private static bool IsScalar(object value) =>
        value is char or bool or Uri or Type || value is IFormattable && (value.GetType().IsPrimitive || value.GetType().Namespace is "System" or "System.Numerics" || value is Enum);

    private static string HtmlText(IHtmlContent html)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        html.WriteTo(text, System.Text.Encodings.Web.HtmlEncoder.Default);
        return text.ToString();
    }
}
