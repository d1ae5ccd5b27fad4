namespace UserOps.Notebooks.Magics;

/// <summary>The directives that cells may use.</summary>
internal static class Directives
{
    private static readonly IDirective[] All =
    [
        new AboutDirective(), new ImportDirective("#!import"), new ImportDirective("#load"), new ListDirective(), new SetDirective(), new ShareDirective(),
        new TimeDirective(), new ValueDirective(), new WhoDirective("#!who"), new WhoDirective("#!whos"),
    ];

    /// <summary>How each is written and what it does.</summary>
    public static IEnumerable<string> Help => All.Select(directive => directive.Help).Concat(
    [
        "#r \"nuget: Package, Version\" — adds a package", "#r \"path.dll\" — adds an assembly", "#i \"nuget: source\" — adds a source of packages",
        "#!csharp, #!markdown, #!html, #!javascript, #!mermaid — the language of what follows",
    ]).Order(StringComparer.Ordinal);

    /// <summary>The names without their signs, languages among them.</summary>
    public static IEnumerable<string> Names =>
        All.Select(directive => directive.Name.TrimStart('#', '!')).Concat(["csharp", "markdown", "html", "javascript", "mermaid"]);

    public static IDirective? Find(string name) => All.FirstOrDefault(directive => directive.Name == name);

    /// <summary>Whether the text under the directive is its value rather than code.</summary>
    public static bool TakesText(string name, DirectiveArguments arguments) =>
        name == "#!value" && arguments["--from-file"] is null && arguments["--from-url"] is null;
}
