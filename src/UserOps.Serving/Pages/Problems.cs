using UserOps.Reports.Pages;

namespace UserOps.Serving.Pages;

/// <summary>What is wrong with a form, before the form, where reading begins.</summary>
internal static class Problems
{
    public static Markup Write(IReadOnlyList<string> problems) => problems.Count == 0 ? Markup.Empty : Markup.Of($"""
        <div class="failure" role="alert" id="problems" tabindex="-1"><h2>Not yet</h2>
        <ul>{Markup.ForEach(problems, problem => Markup.Of($"<li>{problem}</li>"))}</ul></div>
        """);
}
