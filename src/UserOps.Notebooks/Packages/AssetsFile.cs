using System.Text.Json;
using UserOps.Notebooks.Documents;

namespace UserOps.Notebooks.Packages;

/// <summary>Reads <c>project.assets.json</c>, in which a restore says what it found.</summary>
internal static class AssetsFile
{
    /// <summary>What was restored; null when a file of it is gone.</summary>
    public static RestoredPackages? TryRead(string path, string runtimeIdentifier)
    {
        if (!File.Exists(path))
            return null;
        using var assets = JsonDocument.Parse(File.ReadAllBytes(path));
        string[] folders = [.. assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        var packages = Target(assets.RootElement, runtimeIdentifier).EnumerateObject()
            .Where(library => library.Value.Find("type").Text() == "package").Select(library => Locate(library, assets.RootElement, folders)).ToList();
        if (packages.Any(package => package.Folder is null || package.All.Any(file => !File.Exists(file))))
            return null;
        return new(
            packages.ToDictionary(package => package.Name, package => package.Version, StringComparer.OrdinalIgnoreCase),
            [.. packages.SelectMany(package => package.Compile)], [.. packages.SelectMany(package => package.Runtime)],
            [.. packages.SelectMany(package => package.Native)], [.. packages.Select(package => package.Folder!)]);
    }

    private static JsonElement Target(JsonElement root, string runtimeIdentifier) =>
        root.GetProperty("targets").EnumerateObject().Single(target => target.Name.EndsWith("/" + runtimeIdentifier, StringComparison.Ordinal)).Value;

    private static Package Locate(JsonProperty library, JsonElement root, string[] folders)
    {
        string[] nameAndVersion = library.Name.Split('/');
        string relative = root.Find("libraries", library.Name, "path").Text() ?? "";
        string? folder = folders.Select(folder => Path.Combine(folder, relative)).FirstOrDefault(Directory.Exists);
        return new(nameAndVersion[0], nameAndVersion[1], folder, Files("compile"), Files("runtime"), Files("native"));

        string[] Files(string kind) => folder is null || library.Value.Find(kind) is not { ValueKind: JsonValueKind.Object } files ? []
            : [.. files.EnumerateObject().Select(file => file.Name).Where(file => !file.EndsWith("/_._", StringComparison.Ordinal)).Select(file => Path.Combine(folder, file))];
    }

    private sealed record Package(string Name, string Version, string? Folder, string[] Compile, string[] Runtime, string[] Native)
    {
        public IEnumerable<string> All => [.. Compile, .. Runtime, .. Native];
    }
}
