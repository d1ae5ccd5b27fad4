using System.Text;
using UserOps.Notebooks.Scripting;

namespace UserOps.Notebooks.Assistance;

/// <summary>Finds members in documentation files without keeping them in memory.</summary>
internal static class XmlDocFiles
{
    // Where most of what System.Private.CoreLib holds is documented.
    private static readonly string[] CoreFiles = ["System.Runtime.xml", "System.Collections.xml", "System.Linq.xml", "System.Threading.xml"];
    private static readonly Lazy<string[]> FrameworkFiles = new(FindFrameworkFiles);

    /// <summary>The <c>member</c> element of a documentation ID, or null.</summary>
    /// <param name="assembly">The file of the assembly.</param>
    /// <param name="id">The ID, such as <c>M:System.String.Trim</c>.</param>
    public static string? Find(string assembly, string id)
    {
        string own = Path.ChangeExtension(assembly, ".xml");
        return File.Exists(own) ? Search(own, id) : PlatformAssemblies.IsFramework(assembly) ? SearchFramework(Path.GetFileName(own), id) : null;
    }

    private static string? SearchFramework(string own, string id) => FrameworkFiles.Value
        .OrderBy(file => Path.GetFileName(file) is var name && name == own ? -1 : Array.IndexOf(CoreFiles, name) is >= 0 and var place ? place : CoreFiles.Length)
        .Select(file => Search(file, id)).FirstOrDefault(member => member is not null);

    private static string? Search(string file, string id)
    {
        var text = File.ReadAllBytes(file).AsSpan();
        int start = text.IndexOf(Encoding.UTF8.GetBytes($"<member name=\"{id}\""));
        int length = start < 0 ? -1 : text[start..].IndexOf("</member>"u8);
        return length < 0 ? null : Encoding.UTF8.GetString(text.Slice(start, length + "</member>".Length));
    }

    /// <summary>The SDK's reference files beside the running framework; none where only the runtime is installed.</summary>
    private static string[] FindFrameworkFiles()
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var packs = new DirectoryInfo(Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref"));
        string? newest = !packs.Exists ? null : packs.EnumerateDirectories($"{Environment.Version.Major}.*")
            .OrderByDescending(pack => Version.TryParse(pack.Name, out var version) ? version : null).FirstOrDefault()?.FullName;
        string folder = Path.Combine(newest ?? root, "ref", $"net{Environment.Version.Major}.0");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.xml") : [];
    }
}
