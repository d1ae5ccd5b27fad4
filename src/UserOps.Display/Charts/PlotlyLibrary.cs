using System.Text;
using Plotly.NET;

namespace UserOps.Display.Charts;

/// <summary>plotly.js itself, for hosts that make figures interactive without a network: embedded once a page or notebook, anywhere in it.</summary>
/// <remarks>Figures are readable without it. It does nothing where the page has Plotly already, and is not caught by a module loader such as require.js.</remarks>
public static class PlotlyLibrary
{
    internal const string Event = "userops:plotly";

    private const string Resource = "Plotly.NET.plotly-2.28.0.min.js";

    private static readonly Lazy<string> Guarded = new(() =>
        "if(!window.Plotly){(function(){var define,exports,module;" + Source() + "\n}).call(window);}window.dispatchEvent(new Event('" + Event + "'));");

    /// <summary>The version of plotly.js.</summary>
    public const string Version = "2.28.0";

    /// <summary>The library as a script that can run more than once; about 3.6 MB.</summary>
    public static string Script => Guarded.Value;

    /// <summary><see cref="Script"/> in its tags, for a page.</summary>
    public static string Html => $"<script>{Script}</script>";

    private static string Source()
    {
        using var stream = typeof(Layout).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"Plotly.NET does not carry '{Resource}'. Use the version of Plotly.NET that this library was built with.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // Within a page, a closing tag in a string of the library would end its script.
        return reader.ReadToEnd().Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase);
    }
}
