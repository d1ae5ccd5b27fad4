using UserOps.Reports.Languages;

namespace UserOps.Reports.Pages;

/// <summary>The table of contents: headings of the second and third level.</summary>
internal static class Contents
{
    public static Markup Write(IReadOnlyList<Heading> headings, bool hasEarlier, Words words)
    {
        var shown = headings.Where(heading => heading.Level is 2 or 3).ToList();
        return shown.Count < 2 ? Markup.Empty : Markup.Of($"""
            <nav class="contents" aria-label="{words.Contents}"><details open><summary>{words.Contents}</summary>
            <ol>
            {(hasEarlier ? Markup.Of($"<li class=\"level2\"><a href=\"#{ChangesSection.Anchor}\">{words.SinceLastTime}</a></li>") : Markup.Empty)}
            {Markup.ForEach(shown, heading => Markup.Of($"<li class=\"level{heading.Level}\"><a href=\"#{heading.Anchor}\">{heading.Text}</a></li>"))}
            <li class="level2"><a href="#about">{words.About}</a></li>
            </ol>
            </details></nav>
            """);
    }
}
