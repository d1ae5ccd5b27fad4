namespace UserOps.Display;

internal static class ResultRendering
{
    public static string Text(AnalysisResult result) => string.Join("\n", [result.ToTable().ToString(), .. result.Notes]);

    public static MimeBundle Render(AnalysisResult result) => MimeBundle.Of(Text(result), result.ToTable().ToHtml());
}
