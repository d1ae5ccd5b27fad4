using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace UserOps.Notebooks.Tests.Packages;

/// <summary>A folder with a notebook's <c>nuget.config</c> that knows one source: packages made here. No network is asked.</summary>
internal sealed class LocalFeed : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("feed");

    // A folder of packages that the environment names would go before the feed's own, and tests would meet each other's packages in it.
    static LocalFeed() => Environment.SetEnvironmentVariable("NUGET_PACKAGES", null);

    public LocalFeed()
    {
        Directory.CreateDirectory(Source);
        File.WriteAllText(Config, $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(_root.FullName, "global")}" /></config>
              <packageSources><clear /><add key="local" value="{Source}" /></packageSources>
            </configuration>
            """);
    }

    public string Folder => _root.FullName;

    private string Config => Path.Combine(Folder, "nuget.config");

    public string Cache => Path.Combine(_root.FullName, "cache");

    /// <summary>The folder of the packages.</summary>
    public string Source => Path.Combine(_root.FullName, "source");

    /// <summary>Adds a package of one assembly with the code.</summary>
    public void Add(string name, string version, string code, string? dependency = null, string? extension = null, string? native = null, string? alsoNeeds = null)
    {
        using var package = ZipFile.Open(Path.Combine(Source, $"{name}.{version}.nupkg"), ZipArchiveMode.Create);
        string needs = string.Concat(new[] { dependency, alsoNeeds }.OfType<string>().Select(one => $"<dependency id=\"{one.Split(' ')[0]}\" version=\"{one.Split(' ')[1]}\" />"));
        string depends = $"<dependencies><group targetFramework=\"net8.0\">{needs}</group></dependencies>";
        Write(package, $"{name}.nuspec", $"<package><metadata><id>{name}</id><version>{version}</version><authors>a</authors><description>d</description>{depends}</metadata></package>");
        using (var library = package.CreateEntry($"lib/net8.0/{name}.dll").Open())
            library.Write(Compile(name, code));
        Write(package, $"lib/net8.0/{name}.xml", "<doc><members><member name=\"P:Tiny.Tool.One\"><summary>Always one.</summary></member></members></doc>");
        if (native is not null)
            package.CreateEntryFromFile(native, "runtimes/linux-x64/native/libtinynative.so");
        if (extension is not null)
            Write(package, "interactive-extensions/dotnet/extension.dib", extension);
    }

    /// <summary>The assembly of the code.</summary>
    public static byte[] Compile(string name, string code)
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var references = new[] { "System.Runtime.dll", "System.Private.CoreLib.dll" }.Select(file => MetadataReference.CreateFromFile(Path.Combine(framework, file)));
        using var assembly = new MemoryStream();
        var result = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(code)], references, new(OutputKind.DynamicallyLinkedLibrary)).Emit(assembly);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return assembly.ToArray();
    }

    /// <summary>Adds a source that nobody answers at.</summary>
    public void AddUnreachableSource() => File.WriteAllText(Config, File.ReadAllText(Config).Replace("</packageSources>", "<add key=\"away\" value=\"https://127.0.0.1:9/index.json\" /></packageSources>", StringComparison.Ordinal));

    /// <summary>Has no server answer.</summary>
    public void BlockNetwork() => File.WriteAllText(Config, File.ReadAllText(Config).Replace("<config>", "<config><add key=\"http_proxy\" value=\"http://127.0.0.1:9\" />", StringComparison.Ordinal));

    /// <summary>Takes the source away, as when the network is off.</summary>
    public void GoOffline() => Directory.Delete(Source, recursive: true);

    public void Dispose() => _root.Delete(recursive: true);

    private static void Write(ZipArchive package, string name, string text)
    {
        using var writer = new StreamWriter(package.CreateEntry(name).Open());
        writer.Write(text);
    }
}
