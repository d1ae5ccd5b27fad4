using System.Text;
using UserOps.Data;
using UserOps.Testing;

namespace UserOps.Tests.Data.Reading;

/// <summary>A folder of small files written by a test, and opened without the cache.</summary>
internal sealed class ExportFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.Path;

    public ExportFolder With(string name, string text, Encoding? encoding = null)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(_folder[name])!);
        File.WriteAllText(_folder[name], text, encoding ?? new UTF8Encoding(false));
        return this;
    }

    public Dataset Open(OpenOptions? options = null) => Dataset.Open(_folder.Path, (options ?? new()) with { UseCache = false });

    public Dataset Open(params string[] map) => Open(new OpenOptions { Map = map });

    public void Dispose() => _folder.Dispose();
}
