using System.Reflection;
using UserOps.Notebooks.Guards;

namespace UserOps.Notebooks.Scripting;

/// <summary>The assemblies of the host: the framework's, and those that belong to assemblies handed to notebooks.</summary>
internal static class PlatformAssemblies
{
    // Where the types are that small pieces use.
    private static readonly string[] CoreNames = ["System.Private.CoreLib", "System.Collections", "System.Linq", "System.Console"];

    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static readonly Lazy<Dictionary<string, string>> PathByName = new(() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(paths => paths.Key, paths => paths.First(), StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<HashSet<string>> Forwarders = new(() => [.. PathByName.Value.Values.Where(IsFramework).Where(AssemblyFile.OnlyForwards)]);

    /// <summary>The paths of the framework's assemblies that have types.</summary>
    /// <remarks>Half of its assemblies only forward to others. They are left out, since every reference takes its time with every cell; what needs one brings it along, see <see cref="ForwardersFor"/>.</remarks>
    public static IEnumerable<string> Framework => PathByName.Value.Values.Where(IsFramework).Except(Forwarders.Value);

    /// <summary>The paths of the few assemblies that most small pieces get by with, what guards their loops among them.</summary>
    /// <remarks>With all that they refer to: of what the compiler has once met without its references it never sees the missing part.</remarks>
    public static IEnumerable<string> Core
    {
        get
        {
            var found = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<string>([.. CoreNames.Select(PathOf).OfType<string>(), typeof(LoopGuard).Assembly.Location]);
            while (open.TryPop(out string? path))
                if (found.Add(path))
                    foreach (string next in AssemblyFile.ReferencedNames(path).Select(PathOf).OfType<string>())
                        open.Push(next);
            return found;
        }
    }

    /// <summary>The paths of the framework's assemblies without types to which an assembly refers, directly or by way of others of them.</summary>
    public static HashSet<string> ForwardersFor(string path)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([path]);
        while (open.TryPop(out string? next))
            foreach (string forwarder in AssemblyFile.ReferencedNames(next).Select(PathOf).OfType<string>().Where(Forwarders.Value.Contains))
                if (found.Add(forwarder))
                    open.Push(forwarder);
        return found;
    }

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
                foreach (string name in AssemblyFile.ReferencedNames(path))
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
}
