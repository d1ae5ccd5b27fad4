using System.Text;
using UserOps.Notebooks.Documents;

namespace UserOps.Notebooks.Tests.Documents;

public class DibWriterTests
{
    [Theory]
    [InlineData("#!csharp\n\nvar x = 1;\n")]
    [InlineData("#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\"}}\n\n#!markdown\n\n# Title\n\ntext\n\n#!csharp\n\n#r \"nuget: X\"\nx\n")]
    [InlineData("#!meta\n\n{}\n")]
    [InlineData("")]
    public void A_file_in_the_usual_form_is_written_as_it_was_read(string text) =>
        Assert.Equal(text, Encoding.UTF8.GetString(NotebookFile.Write(NotebookFile.Parse(Encoding.UTF8.GetBytes(text), "a.dib"), "a.dib")));

    [Fact]
    public void A_language_that_the_format_does_not_know_is_refused() =>
        Assert.Contains("'raw'", Assert.Throws<NotebookException>(() => NotebookFile.Write(new([new("raw", "x")]), "a.dib")).Message, StringComparison.Ordinal);
}
