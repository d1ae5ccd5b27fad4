namespace UserOps.Reports.Pages;

/// <summary>The style sheet and script that every page carries within itself.</summary>
internal static class Asset
{
    public static Markup Style { get; } = new(Read("page.css"));

    public static Markup Script { get; } = new(Read("page.js"));

    private static string Read(string name)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
