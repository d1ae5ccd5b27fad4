using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Data.Analysis;
using UserOps.Data.Cache;
using UserOps.Display;
using UserOps.Notebooks.Execution;

namespace UserOps.Cli.Reporting;

/// <summary>What a notebook may use without a package, and the namespaces that every cell knows.</summary>
internal static class InBox
{
    private static readonly Assembly[] Own = [typeof(UserOpsException).Assembly, typeof(Table).Assembly];

    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. Own, typeof(DataFrame).Assembly, typeof(Plotly.NET.Chart).Assembly, typeof(Plotly.NET.CSharp.Chart).Assembly];

    /// <summary>All public namespaces of the library and of Display. Plotly.NET is left to the cell that wants it: its Chart and Axis would meet ours.</summary>
    public static IReadOnlyList<string> Usings { get; } =
        [.. Own.SelectMany(NamespacesOf).Append(typeof(DataFrame).Namespace!).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>How a notebook of this folder runs, if nothing more is asked for.</summary>
    public static RunOptions RunIn(string folder) => new() { WorkingDirectory = folder, InBox = Assemblies, Usings = Usings, PackageCache = CacheFolder.Packages };

    /// <summary>The namespaces of public types, read from the file: asking the runtime for them would have it load every type.</summary>
    private static IEnumerable<string> NamespacesOf(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
            .Select(type => metadata.GetString(type.Namespace)).Where(name => name.Length > 0).Distinct()];
    }
}
