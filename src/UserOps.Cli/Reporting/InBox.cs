using System.Reflection;
using Microsoft.Data.Analysis;
using UserOps.Display;

namespace UserOps.Cli.Reporting;

/// <summary>What a notebook may use without a package, and the namespaces that every cell knows.</summary>
internal static class InBox
{
    private static readonly Assembly[] Own = [typeof(UserOpsException).Assembly, typeof(Table).Assembly];

    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. Own, typeof(DataFrame).Assembly, typeof(Plotly.NET.Chart).Assembly, typeof(Plotly.NET.CSharp.Chart).Assembly];

    /// <summary>All public namespaces of the library and of Display. Plotly.NET is left to the cell that wants it: its Chart and Axis would meet ours.</summary>
    public static IReadOnlyList<string> Usings { get; } =
        [.. Own.SelectMany(assembly => assembly.GetExportedTypes()).Select(type => type.Namespace).OfType<string>().Append(typeof(DataFrame).Namespace!).Distinct().Order(StringComparer.Ordinal)];
}
