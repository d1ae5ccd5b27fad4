namespace UserOps.Display.Charts;

internal static class ChartRendering
{
    // Turns every still figure of the page that is not yet interactive into one, as soon as the page has Plotly.
    private const string Upgrade =
        "(function(){function up(){if(!window.Plotly)return;"
        + "document.querySelectorAll('figure.userops-chart:not([data-live])').forEach(function(f){"
        + "var j=f.querySelector('script[type=\"application/vnd.plotly.v1+json\"]'),s=f.querySelector('svg');if(!j)return;f.setAttribute('data-live','');"
        + "var p=JSON.parse(j.textContent),d=document.createElement('div');"
        + "p.layout.paper_bgcolor='rgba(0,0,0,0)';p.layout.font={color:getComputedStyle(f).color};f.appendChild(d);"
        + "window.Plotly.newPlot(d,p.data,p.layout,p.config).then(function(){if(s)s.style.display='none'},function(){d.remove()})})}"
        + "up();window.addEventListener('" + PlotlyLibrary.Event + "',up);window.addEventListener('load',up)})()";

    public static MimeBundle Render(Chart chart)
    {
        string json = chart.ToPlotlyJson();
        return MimeBundle.Of(ChartText.Write(chart), Html.Style + Figure(chart, json)).With(MimeBundle.Plotly, json);
    }

    /// <summary>The still picture, which needs no script, and the figure that takes its place where Plotly is at hand.</summary>
    public static string Figure(Chart chart, string plotlyJson) =>
        $"<figure class=\"userops-chart\">{chart.ToSvg()}<script type=\"{MimeBundle.Plotly}\">{plotlyJson}</script><script>{Upgrade}</script></figure>";
}
