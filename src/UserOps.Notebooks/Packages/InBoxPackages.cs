using System.Diagnostics;
using System.Reflection;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET.CSharp;
using UserOps.Display;
using UserOps.Notebooks.Scripting;

namespace UserOps.Notebooks.Packages;

/// <summary>Packages that need no restore: the host's own assemblies, and those of .NET Interactive, whose names the engine itself provides.</summary>
internal sealed class InBoxPackages
{
    private static readonly HashSet<string> Provided = new(StringComparer.OrdinalIgnoreCase)
    {
        "Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting", "Microsoft.DotNet.Interactive.CSharp", "Microsoft.DotNet.Interactive.Jupyter",
        "Microsoft.DotNet.Interactive.PackageManagement", "Plotly.NET.Interactive",
    };

    private readonly Lazy<Dictionary<string, string>> _paths;

    public InBoxPackages(IEnumerable<Assembly> given) =>
        _paths = new(() => PlatformAssemblies.Closure([typeof(MimeBundle).Assembly, typeof(Formatter).Assembly, typeof(GenericChartExtensions).Assembly, .. given]));

    /// <summary>The files of the assemblies that cells may use.</summary>
    public IEnumerable<string> Paths => _paths.Value.Values.Append(typeof(InBoxPackages).Assembly.Location);

    /// <summary>Whether an assembly of this name is the host's.</summary>
    public bool HasAssembly(string name) => _paths.Value.ContainsKey(name) || PlatformAssemblies.IsFrameworkName(name);

    /// <summary>Whether the package is satisfied without a restore, and what the reader should know about that; null where there is nothing to know.</summary>
    public bool Satisfies(PackageRequest request, out string? note)
    {
        note = null;
        if (Provided.Contains(request.Name))
            return true;
        if (_paths.Value.TryGetValue(request.Name, out string? path))
        {
            note = IsOther(request.Version, VersionOf(path)) ? $"{request} was asked for; {request.Name} {VersionOf(path)} comes with this workbench and is used." : null;
            return true;
        }
        if (!request.Name.StartsWith("Microsoft.DotNet.Interactive", StringComparison.OrdinalIgnoreCase))
            return false;
        note = $"{request} extends a tool that was ended in 2026; it is not loaded.";
        return true;
    }

    private static string? VersionOf(string path) => FileVersionInfo.GetVersionInfo(path).ProductVersion?.Split('+', '-')[0];

    /// <summary>Whether the notebook may be written for something that the present version does not do: a newer one, or another major one.</summary>
    private static bool IsOther(string? asked, string? present) =>
        Version.TryParse(asked, out var wanted) && Version.TryParse(present, out var found) && (wanted.Major != found.Major || wanted > found);
}
