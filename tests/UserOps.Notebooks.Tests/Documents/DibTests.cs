using UserOps.Notebooks.Documents;

namespace UserOps.Notebooks.Tests.Documents;

public sealed class DibTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dib");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Lines_that_name_a_language_start_cells()
    {
        var cells = Load("#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\"}}\n\n#!markdown\n\n# Title\n\n#!csharp\n\nvar x = 1;\n\nx\n\n#!c#\n\n\n#!html\n<b/>\n").Cells;
        Assert.Equal([new("markdown", "# Title"), new("csharp", "var x = 1;\n\nx"), new("html", "<b/>")], cells.Select(Plain));
    }

    [Fact]
    public void Anything_behind_the_language_keeps_the_line_in_the_cell() =>
        Assert.Equal("#!csharp --name x\n1", Assert.Single(Load("#!csharp --name x\n1").Cells).Source);

    [Fact]
    public void Other_magics_stay_in_their_cell() => Assert.Equal("#!time\n#!CSHARP\n1", Assert.Single(Load("#!csharp\n#!time\n#!CSHARP\n1").Cells).Source);

    [Fact]
    public void Text_before_the_first_language_is_code() => Assert.Equal([new("csharp", "1"), new("markdown", "t")], Load("1\r\n#!markdown\r\nt").Cells.Select(Plain));

    [Fact]
    public void First_line_comment_marks_the_parameters() =>
        Assert.Equal(["parameters"], Load("#!csharp\n\n// parameters\nint x = 1;\n").Cells[0].Tags);

    [Fact]
    public void Script_is_a_notebook_of_one_cell()
    {
        string path = Path.Combine(_folder.FullName, "a.csx");
        File.WriteAllText(path, "int x = 1;\n#!markdown\n");
        Assert.Equal("int x = 1;\n#!markdown\n", Assert.Single(NotebookFile.Load(path).Cells).Source);
    }

    [Fact]
    public void Other_files_are_refused()
    {
        string path = Path.Combine(_folder.FullName, "a.py");
        File.WriteAllText(path, "x");
        Assert.StartsWith("a.py ends in '.py'", Assert.Throws<NotebookException>(() => NotebookFile.Load(path)).Message, StringComparison.Ordinal);
    }

    private static NotebookCell Plain(NotebookCell cell) => new(cell.Language, cell.Source);

    private NotebookDocument Load(string text)
    {
        string path = Path.Combine(_folder.FullName, "a.dib");
        File.WriteAllText(path, text);
        return NotebookFile.Load(path);
    }
}
