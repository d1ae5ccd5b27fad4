using UserOps.Notebooks.Magics;

namespace UserOps.Notebooks.Packages;

/// <summary>The sources of packages that cells name with <c>#i</c>, besides those of <c>nuget.config</c>.</summary>
internal sealed class PackageSources
{
    // Feeds of .NET Interactive and its companions. Others are not passed over: what a private feed has may be something else in public.
    private static readonly string[] Ended = ["https://pkgs.dev.azure.com/dnceng/", "https://dotnet.myget.org/", "https://dotnetfeed.blob.core.windows.net/"];

    private readonly List<string> _all = [];

    public IReadOnlyList<string> All => _all;

    /// <summary>Whether a source is one that notebooks name from the days of .NET Interactive, and that can be done without where it does not answer.</summary>
    public static bool IsEnded(string source) => Array.Exists(Ended, feed => source.StartsWith(feed, StringComparison.OrdinalIgnoreCase));

    /// <summary>Adds those that the directives name.</summary>
    /// <param name="directives">The directives of a cell.</param>
    /// <param name="folder">The folder to which paths are relative.</param>
    /// <exception cref="NotebookException">A folder does not exist.</exception>
    public void Add(IReadOnlyList<CellPart.Directive> directives, string folder)
    {
        foreach (var directive in directives.Where(directive => directive.Name == "#i" && PackageRequest.IsPackage(directive.Arguments)))
            if (Locate(PackageRequest.Body(directive.Arguments), folder) is var source && !_all.Contains(source))
                _all.Add(source);
    }

    private static string Locate(string source, string folder) =>
        source.Contains("://", StringComparison.Ordinal) ? source
        : Path.GetFullPath(source, folder) is var path && Directory.Exists(path) ? path
        : throw new NotebookException($"There is no folder of packages at {path}. A path behind #i is relative to the notebook's folder.");
}
