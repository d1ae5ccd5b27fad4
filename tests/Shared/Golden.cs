using System.Runtime.CompilerServices;

namespace UserOps.Testing;

/// <summary>Compares a rendering with the file beside the test; <c>USEROPS_ACCEPT=1</c> writes the file anew, to be read before it is committed.</summary>
internal static class Golden
{
    public static void Matches(string actual, string name, [CallerFilePath] string test = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(test)!, "Golden", name);
        string text = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("USEROPS_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
        Assert.True(File.Exists(path), $"No golden file {name}. Run with USEROPS_ACCEPT=1, read it, commit it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }
}
