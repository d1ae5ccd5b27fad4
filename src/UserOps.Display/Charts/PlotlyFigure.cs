using System.Net;

namespace UserOps.Display.Charts;

/// <summary>A figure that somebody else described in Plotly JSON, drawn where Plotly is at hand.</summary>
public static class PlotlyFigure
{
    private const string Draw =
        "(function(){var h=document.currentScript.parentNode;function up(){if(!window.Plotly||h.hasAttribute('data-live'))return;h.setAttribute('data-live','');"
        + "var p=JSON.parse(h.querySelector('script').textContent),d=document.createElement('div');h.querySelector('p').remove();h.appendChild(d);"
        + "window.Plotly.newPlot(d,p.data,p.layout,p.config)}up();window.addEventListener('" + PlotlyLibrary.Event + "',up);window.addEventListener('load',up)})()";

    /// <summary>The renderings of the figure.</summary>
    /// <param name="json">The figure with <c>data</c> and <c>layout</c>.</param>
    /// <param name="text">What stands in its place where nothing can be drawn.</param>
    public static MimeBundle Render(string json, string text)
    {
        string safe = json.Replace("<", "\\u003c", StringComparison.Ordinal);
        return MimeBundle.Of(text, $"<div class=\"userops-plotly\"><script type=\"{MimeBundle.Plotly}\">{safe}</script><p>{WebUtility.HtmlEncode(text)}</p><script>{Draw}</script></div>")
            .With(MimeBundle.Plotly, safe);
    }
}
