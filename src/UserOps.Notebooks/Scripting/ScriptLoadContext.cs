using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace UserOps.Notebooks.Scripting;

/// <summary>Where the assemblies of one session live: its cells, its packages with their native libraries, and the libraries it refers to by path.</summary>
internal sealed class ScriptLoadContext() : AssemblyLoadContext("notebook")
{
    private readonly ConcurrentDictionary<string, Assembly> _cells = new(StringComparer.Ordinal);
    private readonly ConditionalWeakTable<Assembly, Submission> _origins = [];
    private readonly ConcurrentDictionary<string, string> _managed = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> _native = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, bool> _folders = new(StringComparer.Ordinal);

    /// <summary>Loads the code of a cell.</summary>
    public Assembly LoadCell(Submission submission)
    {
        var loaded = LoadFromStream(new MemoryStream(submission.Assembly));
        _origins.Add(loaded, submission with { Assembly = [] });
        return _cells[loaded.GetName().Name!] = loaded;
    }

    /// <summary>The piece of C# that an assembly was made of; null when it was made of none.</summary>
    public static Submission? OriginOf(Assembly? assembly) =>
        assembly is not null && GetLoadContext(assembly) is ScriptLoadContext context && context._origins.TryGetValue(assembly, out var origin) ? origin : null;

    /// <summary>Makes an assembly file known by its name; the first path of a name stays.</summary>
    public void AddAssembly(string path) => _managed.TryAdd(Path.GetFileNameWithoutExtension(path), path);

    /// <summary>Makes a native library known by its file name.</summary>
    public void AddNative(string path) => _native.TryAdd(Path.GetFileName(path), path);

    /// <summary>Looks for assemblies and native libraries in this folder too.</summary>
    public void AddFolder(string folder) => _folders.TryAdd(folder, true);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string name = assemblyName.Name!;
        if (_cells.TryGetValue(name, out var cell))
            return cell;
        string? path = _managed.GetValueOrDefault(name)
            ?? (IsHosts(assemblyName) ? null : _folders.Keys.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists));
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        string? path = FileNames(Path.GetFileName(unmanagedDllName)).Select(FindNative).FirstOrDefault(found => found is not null);
        return path is null ? 0 : LoadUnmanagedDllFromPath(path);
    }

    private string? FindNative(string file) =>
        _native.GetValueOrDefault(file) ?? _folders.Keys.Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);

    private static string[] FileNames(string name) => [name, $"lib{name}.so", $"{name}.so", $"lib{name}.dylib", $"{name}.dylib", $"{name}.dll"];

    private static bool IsHosts(AssemblyName name) => PlatformAssemblies.IsFrameworkName(name.Name!);
}
