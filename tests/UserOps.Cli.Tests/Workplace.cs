using System.Text.Json;

namespace UserOps.Cli.Tests;

/// <summary>A folder with notebooks and data, gone after the test.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly string _before = Environment.CurrentDirectory;

    public Workplace() => Environment.CurrentDirectory = Root;

    /// <summary>The folder; the current directory while it is there.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("userops cli 测试-").FullName;

    public string this[string relative] => Path.Combine(Root, relative);

    public string Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[relative])!);
        File.WriteAllText(this[relative], text);
        return this[relative];
    }

    /// <summary>A notebook with a title, a cell of parameters and further code cells.</summary>
    public string Notebook(string relative, string parameters, params string[] code) => Write(relative, JsonSerializer.Serialize(new
    {
        cells = new[] { Cell("markdown", "# " + Path.GetFileNameWithoutExtension(relative)), Cell("code", parameters, "parameters") }.Concat(code.Select(source => Cell("code", source))),
        metadata = new { kernelspec = new { display_name = ".NET (C#)", language = "C#", name = ".net-csharp" } },
        nbformat = 4,
        nbformat_minor = 5,
    }));

    public void Dispose()
    {
        Environment.CurrentDirectory = _before;
        Directory.Delete(Root, recursive: true);
    }

    private static Dictionary<string, object?> Cell(string type, string source, params string[] tags)
    {
        var cell = new Dictionary<string, object?> { ["cell_type"] = type, ["metadata"] = new { tags }, ["source"] = source };
        if (type == "code")
            (cell["outputs"], cell["execution_count"]) = (Array.Empty<object>(), null);
        return cell;
    }
}
