namespace UserOps.Display.Charts;

internal static class ChartRendering
{
    // Turns every still figure of the page that is not yet interactive into one, as soon as the page has Plotly.
    // The title goes above the figure, where it wraps as the page does; its words are encoded already.
    private const string Upgrade =
        "(function(){function up(){if(!window.Plotly)return;"
        + "document.querySelectorAll('figure.userops-chart:not([data-live])').forEach(function(f){"
        + "var j=f.querySelector('script[type=\"application/vnd.plotly.v1+json\"]'),s=f.querySelector('svg');if(!j)return;f.setAttribute('data-live','');"
        + "var p=JSON.parse(j.textContent),l=p.layout,c=document.createElement('figcaption'),d=document.createElement('div');"
        + "c.innerHTML=l.title.text.replace(/<br>(?!<span)/g,' ');delete l.title;var t=l.margin.t-(l.showlegend?44:24);l.margin.t-=t;l.height-=t;"
        + "l.paper_bgcolor='rgba(0,0,0,0)';l.font={color:getComputedStyle(f).color};f.appendChild(c);f.appendChild(d);d.style.minWidth=f.dataset.leastWidth+'px';"
        + "window.Plotly.newPlot(d,p.data,l,p.config).then(function(){if(s)s.style.display='none'},function(){c.remove();d.remove()})})}"
        + "up();window.addEventListener('" + PlotlyLibrary.Event + "',up);window.addEventListener('load',up)})()";

    public static MimeBundle Render(Chart chart)
    {
        string json = chart.ToPlotlyJson();
        return MimeBundle.Of(ChartText.Write(chart), Html.Style + Figure(chart, json)).With(MimeBundle.Plotly, json);
    }

    /// <summary>The still picture, which needs no script, and the figure that takes its place where Plotly is at hand.</summary>
    public static string Figure(Chart chart, string plotlyJson) =>
        $"<figure class=\"userops-chart\" data-least-width=\"{ChartShape.LeastWidth(chart)}\">{chart.ToSvg()}<script type=\"{MimeBundle.Plotly}\">{plotlyJson}</script><script>{Upgrade}</script></figure>";
}
