using UserOps.Reports.Pages;
using UserOps.Reports.Runs;

namespace UserOps.Serving.Pages;

/// <summary>Chooses any two finished runs to compare.</summary>
internal static class CompareForm
{
    public static Markup Write(IReadOnlyList<FinishedRun> runs, FinishedRun? old, FinishedRun? later) => runs.Count < 2 ? Markup.Of($"<p>Two finished runs with key numbers can be compared; there {(runs.Count == 0 ? "is none" : "is one")} so far.</p>") : Markup.Of($"""
        <form action="/compare" method="get" class="compare">
        {Field("old", "Earlier run", runs, old ?? runs[1])}
        {Field("new", "Later run", runs, later ?? runs[0])}
        <p><button type="submit" class="main">Compare</button></p>
        </form>
        """);

    private static Markup Field(string name, string label, IReadOnlyList<FinishedRun> runs, FinishedRun chosen) => Markup.Of($"""
        <div class="field"><label for="{name}">{label}</label>
        <select id="{name}" name="{name}">
        {Markup.ForEach(runs, run => Markup.Of($"<option value=\"{run.Id}\"{Markup.If(run.Id == chosen.Id, " selected")}>{RunText.Moment(run)} · {RunText.Export(run)} · {RunText.Content(run)}</option>"))}
        </select></div>
        """);
}
