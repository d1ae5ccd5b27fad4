using System.Security.Cryptography;
using System.Text;

namespace UserOps.Notebooks.Packages;

/// <summary>Answers of earlier restores, one file each, by what was asked and by the package sources in force.</summary>
/// <param name="folder">The folder of kept answers.</param>
/// <param name="workingDirectory">The notebook's folder, from which <c>nuget.config</c> is looked for upwards.</param>
internal sealed class RestoreCache(string folder, string workingDirectory)
{
    /// <summary>The kept answer; null when there is none, or when files of it are gone.</summary>
    public RestoredPackages? TryRead(string request, string platform) => AssetsFile.TryRead(FileOf(request), platform);

    /// <summary>Keeps an answer. Two notebooks may do so at once.</summary>
    public void Keep(string request, string assets)
    {
        Directory.CreateDirectory(folder);
        string own = Path.Combine(folder, Path.GetRandomFileName());
        File.Copy(assets, own);
        File.Move(own, FileOf(request), overwrite: true);
    }

    /// <summary>The notebook's folder matters by its package sources alone: the same request from another folder is the same.</summary>
    private string FileOf(string request)
    {
        string key = request + string.Concat(Configurations().Select(File.ReadAllText));
        return Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32] + ".json");
    }

    private IEnumerable<string> Configurations()
    {
        for (var place = new DirectoryInfo(workingDirectory); place is not null; place = place.Parent)
            foreach (string name in Directory.EnumerateFiles(place.FullName, "?u?et.?onfig").Where(file => Path.GetFileName(file).Equals("nuget.config", StringComparison.OrdinalIgnoreCase)))
                yield return name;
    }
}
