namespace UserOps.Notebooks.Magics;

/// <summary>The directives that cells may use.</summary>
internal static class Directives
{
    private static readonly IDirective[] All =
    [
        new AboutDirective(), new ImportDirective("#!import"), new ImportDirective("#load"), new ListDirective(), new SetDirective(), new ShareDirective(),
        new TimeDirective(), new ValueDirective(), new WhoDirective("#!who"), new WhoDirective("#!whos"),
    ];

    private static readonly (string Name, string Help)[] Others =
    [
        ("#r", "#r \"nuget: Package, Version\" — adds a package; #r \"path.dll\" — adds an assembly"), ("#i", "#i \"nuget: source\" — adds a source of packages"),
        ("#!csharp", "#!csharp — C# follows"), ("#!markdown", "#!markdown — text follows"), ("#!html", "#!html — HTML follows"),
        ("#!javascript", "#!javascript — a script for the page follows"), ("#!mermaid", "#!mermaid — a diagram follows"),
    ];

    /// <summary>All names with their signs, and what each does.</summary>
    public static IEnumerable<(string Name, string Help)> Known =>
        All.Select(directive => (directive.Name, directive.Help)).Concat(Others).OrderBy(directive => directive.Name, StringComparer.Ordinal);

    /// <summary>The names without their signs, languages among them.</summary>
    public static IEnumerable<string> Names => Known.Where(directive => directive.Name.StartsWith("#!", StringComparison.Ordinal)).Select(directive => directive.Name.TrimStart('#', '!'));

    public static IDirective? Find(string name) => All.FirstOrDefault(directive => directive.Name == name);

    /// <summary>Whether the text under the directive is its value rather than code.</summary>
    public static bool TakesText(string name, DirectiveArguments arguments) =>
        name == "#!value" && arguments["--from-file"] is null && arguments["--from-url"] is null;
}
