namespace UserOps.Notebooks.Scripting;

/// <summary>Names that the first versions of .NET Interactive imported by themselves: notebooks of those days write <c>span("…")</c> without a using.</summary>
internal static class EarlyNames
{
    /// <summary>The usings that such a cell leaves out, in one line.</summary>
    public const string Usings = "using Microsoft.DotNet.Interactive.Formatting; using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags; ";

    // Only those that nobody takes for a variable of their own: an undefined 'data' or 'i' is a mistake to be told.
    private static readonly HashSet<string> Unmistakable = new(StringComparer.Ordinal)
    {
        "PocketView", "PocketViewTags", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "span", "tbody", "td", "th", "thead", "tr", "ul",
    };

    /// <summary>Whether errors name something that those versions imported.</summary>
    public static bool Explain(CompilationException problem) =>
        problem.Errors.Any(error => error.Id is "CS0103" or "CS0246" && Unmistakable.Contains(MissingUsing.NameIn(error)));
}
