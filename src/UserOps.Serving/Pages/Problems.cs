using UserOps.Reports.Pages;
using UserOps.Serving.Languages;

namespace UserOps.Serving.Pages;

/// <summary>What is wrong with a form, before the form, where reading begins.</summary>
internal static class Problems
{
    public static Markup Write(ServedWords words, IReadOnlyList<string> problems) => problems.Count == 0 ? Markup.Empty : Markup.Of($"""
        <div class="failure" role="alert" id="problems" tabindex="-1"><h2>{words.NotYet}</h2>
        <ul>{Markup.ForEach(problems, problem => Markup.Of($"<li>{problem}</li>"))}</ul></div>
        """);
}
