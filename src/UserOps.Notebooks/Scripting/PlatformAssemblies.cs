using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace UserOps.Notebooks.Scripting;

/// <summary>The assemblies of the host: the framework's, and those that belong to assemblies handed to notebooks.</summary>
internal static class PlatformAssemblies
{
    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static readonly Lazy<Dictionary<string, string>> PathByName = new(() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(paths => paths.Key, paths => paths.First(), StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<ImmutableArray<MetadataReference>> FrameworkReferences = new(() =>
        [.. PathByName.Value.Values.Where(IsFramework).Select(Reference)]);

    /// <summary>References to the framework, shared by all sessions of the process.</summary>
    public static ImmutableArray<MetadataReference> Framework => FrameworkReferences.Value;

    /// <summary>A reference to the assembly in a file, of which only the metadata is held in memory: the rest is several times larger, and the compiler has no use for it.</summary>
    public static MetadataReference Reference(string path) =>
        AssemblyMetadata.Create(ModuleMetadata.CreateFromStream(File.OpenRead(path), PEStreamOptions.PrefetchMetadata)).GetReference(filePath: path);

    /// <summary>Whether the framework itself has an assembly of this name.</summary>
    public static bool IsFrameworkName(string name) => PathByName.Value.TryGetValue(name, out string? path) && IsFramework(path);

    /// <summary>The file of one of the host's assemblies, or null.</summary>
    public static string? PathOf(string name) => PathByName.Value.GetValueOrDefault(name);

    /// <summary>The paths, by name, of the assemblies and of all that they refer to outside the framework.</summary>
    public static Dictionary<string, string> Closure(IEnumerable<Assembly> assemblies)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var open = new Stack<string>(assemblies.Select(assembly => assembly.Location).Where(path => path.Length > 0));
        while (open.TryPop(out string? path))
            if (!IsFramework(path) && found.TryAdd(Path.GetFileNameWithoutExtension(path), path))
                foreach (string name in ReferencedNames(path))
                    if (Locate(name, path) is { } next)
                        open.Push(next);
        return found;
    }

    /// <summary>Whether the file is the framework's.</summary>
    public static bool IsFramework(string path) => Path.GetDirectoryName(path) == FrameworkFolder;

    private static string? Locate(string name, string referrer)
    {
        if (PathByName.Value.TryGetValue(name, out string? path))
            return path;
        string beside = Path.Combine(Path.GetDirectoryName(referrer)!, name + ".dll");
        return File.Exists(beside) ? beside : null;
    }

    private static string[] ReferencedNames(string path)
    {
        using var file = File.OpenRead(path);
        using var assembly = new PEReader(file);
        var metadata = assembly.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
