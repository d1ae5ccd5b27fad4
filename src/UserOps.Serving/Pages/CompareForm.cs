using UserOps.Reports.Pages;
using UserOps.Reports.Runs;
using UserOps.Serving.Languages;

namespace UserOps.Serving.Pages;

/// <summary>Chooses any two finished runs to compare.</summary>
internal static class CompareForm
{
    public static Markup Write(ServedWords words, IReadOnlyList<FinishedRun> runs, FinishedRun? old, FinishedRun? later) => runs.Count < 2 ? Markup.Of($"<p>{words.TwoNeeded(runs.Count)}</p>") : Markup.Of($"""
        <form action="/compare" method="get" class="compare">
        {Field(words, "old", words.EarlierRun, runs, old ?? runs[1])}
        {Field(words, "new", words.LaterRun, runs, later ?? runs[0])}
        <p><button type="submit" class="main">{words.Compare}</button></p>
        </form>
        """);

    private static Markup Field(ServedWords words, string name, string label, IReadOnlyList<FinishedRun> runs, FinishedRun chosen) => Markup.Of($"""
        <div class="field"><label for="{name}">{label}</label>
        <select id="{name}" name="{name}">
        {Markup.ForEach(runs, run => Markup.Of($"<option value=\"{run.Id}\"{Markup.If(run.Id == chosen.Id, " selected")}>{RunText.Moment(run)} · {RunText.Export(words, run)} · {RunText.Content(words, run)}</option>"))}
        </select></div>
        """);
}
