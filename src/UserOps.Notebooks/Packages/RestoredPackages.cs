namespace UserOps.Notebooks.Packages;

/// <summary>Packages on disk, with all that they depend on.</summary>
/// <param name="Versions">The version of each package, by name.</param>
/// <param name="Compile">Assemblies to compile against.</param>
/// <param name="Runtime">Assemblies to load.</param>
/// <param name="Native">Native libraries.</param>
/// <param name="Folders">The folder of each package.</param>
internal sealed record RestoredPackages(
    IReadOnlyDictionary<string, string> Versions, IReadOnlyList<string> Compile, IReadOnlyList<string> Runtime, IReadOnlyList<string> Native,
    IReadOnlyList<string> Folders);
