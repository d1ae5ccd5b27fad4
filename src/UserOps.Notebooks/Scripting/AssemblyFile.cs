using System.Collections.Concurrent;
using System.IO.MemoryMappedFiles;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace UserOps.Notebooks.Scripting;

/// <summary>Assemblies as the compiler reads them: only their metadata, since the rest is several times larger and of no use to it.</summary>
internal static class AssemblyFile
{
    private static readonly Lock Binding = new();
    private static readonly ConcurrentDictionary<string, MetadataReference> References = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string[]> Names = new(StringComparer.Ordinal);

    /// <summary>A compilation that has found what its references hold, one at a time for all sessions.</summary>
    /// <remarks>
    /// The compiler keeps what it has found in an assembly for later compilations, but two that look at the same time each keep their own. The pieces of a session would then see two kinds of one type: <c>string[]</c> of
    /// the one would be no <c>IReadOnlyList&lt;string&gt;</c> of the other.
    /// </remarks>
    public static CSharpCompilation Bound(CSharpCompilation compilation)
    {
        lock (Binding)
            _ = compilation.Assembly;
        return compilation;
    }

    /// <summary>A reference to the assembly in a file. The host's own files are mapped and shared by all sessions; others may be built anew while a notebook refers to them, and are copied.</summary>
    public static MetadataReference Reference(string path) => IsOfHost(path)
        ? References.GetOrAdd(path, Map)
        : Make(ModuleMetadata.CreateFromStream(File.OpenRead(path), PEStreamOptions.PrefetchMetadata), path);

    /// <summary>The names of the assemblies to which an assembly refers; the host's own files are read once.</summary>
    public static string[] ReferencedNames(string path) => IsOfHost(path) ? Names.GetOrAdd(path, ReadNames) : ReadNames(path);

    private static bool IsOfHost(string path) => PlatformAssemblies.PathOf(Path.GetFileNameWithoutExtension(path)) == path;

    private static string[] ReadNames(string path)
    {
        using var assembly = new PEReader(File.OpenRead(path));
        var metadata = assembly.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    /// <summary>Whether an assembly has no types of its own and only tells where those are that it once had.</summary>
    public static bool OnlyForwards(string path)
    {
        using var assembly = new PEReader(File.OpenRead(path));
        // One type, named <Module>, is in every assembly.
        var metadata = assembly.GetMetadataReader();
        return metadata.TypeDefinitions.Count == 1 && metadata.ExportedTypes.Count > 0;
    }

    private static PortableExecutableReference Map(string path) => MakeOfLoaded(path) ?? MakeOfMapped(path);

    /// <summary>What the runtime itself has in memory of an assembly that the host has loaded; null for others.</summary>
    private static unsafe PortableExecutableReference? MakeOfLoaded(string path) =>
        AssemblyLoadContext.Default.Assemblies.FirstOrDefault(assembly => assembly.Location == path) is { } loaded && loaded.TryGetRawMetadata(out byte* start, out int length)
            ? Make(ModuleMetadata.CreateFromMetadata((nint)start, length), path)
            : null;

    private static PortableExecutableReference MakeOfMapped(string path)
    {
        using var assembly = new PEReader(File.OpenRead(path));
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        nint start = view.SafeMemoryMappedViewHandle.DangerousGetHandle() + assembly.PEHeaders.MetadataStartOffset;
        return Make(ModuleMetadata.CreateFromMetadata(start, assembly.PEHeaders.MetadataSize, view.Dispose), path);
    }

    private static PortableExecutableReference Make(ModuleMetadata module, string path) => AssemblyMetadata.Create(module).GetReference(filePath: path);
}
