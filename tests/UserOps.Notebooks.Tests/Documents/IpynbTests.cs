using System.Text;
using UserOps.Display;
using UserOps.Notebooks.Documents;

namespace UserOps.Notebooks.Tests.Documents;

public sealed class IpynbTests : IDisposable
{
    /// <summary>Odd on purpose: unknown fields, numbers in many forms, a doubled key, escapes, mixed layout.</summary>
    private const string Odd = """
        {
         "cells": [
          {
           "attachments": {"a.png": {"image/png": "iVBOR/w0KGgo="}},
           "cell_type": "markdown", "id": "a1",
           "metadata": {"zoom": 1.50, "big": 12345678901234567890, "exp": 1E+3, "x": -0.0},
           "source": ["# Gr\u00fc\u00dfe 你好 😀\n", "text"]
          },
            {"cell_type":"code","metadata":{"tags":["parameters","x"],"custom":{"k":1,"k":2}},"source":"int a = 1;\r\na","execution_count":null,"outputs":[]},
          {
           "cell_type": "code",
           "execution_count": 7,
           "metadata": { },
           "outputs": [
            {"name": "stdout", "output_type": "stream", "text": ["one\n", "two"]},
            {"data": {"application/vnd.plotly.v1+json": {"data": [1.0, 2.50]}, "text/plain": "p"}, "metadata": {"w": 1}, "output_type": "display_data"},
            {"output_type": "strange", "payload": 1}
           ],
           "source": []
          }
         ],
         "metadata": {"kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"}, "mine": [1, 2,3]},
         "nbformat": 4, "nbformat_minor": 5
        }

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ipynb");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("\n", true, false)]
    [InlineData("\n", false, false)]
    [InlineData("\r\n", true, false)]
    [InlineData("\n", true, true)]
    public void Notebook_that_was_read_is_written_with_the_same_bytes(string newline, bool endsInNewline, bool mark)
    {
        string text = Odd.ReplaceLineEndings("\n").TrimEnd('\n') + (endsInNewline ? "\n" : "");
        byte[] bytes = [.. mark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text.ReplaceLineEndings(newline))];
        Assert.Equal(bytes, SaveAndRead(Load(bytes)));
    }

    [Fact]
    public void Cells_are_read_with_language_tags_and_outputs()
    {
        var document = Load(Odd);
        Assert.Equal("Grüße 你好 😀", document.Title);
        Assert.Equal(["markdown", "csharp", "csharp"], document.Cells.Select(cell => cell.Language));
        Assert.Equal("int a = 1;\na", document.Cells[1].Source);
        Assert.Equal(["parameters", "x"], document.Cells[1].Tags);
        Assert.Equal(7, document.Cells[2].ExecutionCount);
        Assert.Equal(new CellOutput.Stream(false, "one\ntwo"), document.Cells[2].Outputs[0]);
        Assert.Equal("{\"data\": [1.0, 2.50]}", ((CellOutput.Display)document.Cells[2].Outputs[1]).Data[MimeBundle.Plotly]);
    }

    [Fact]
    public void Changed_outputs_change_nothing_else()
    {
        var document = Load("{\n \"cells\": [\n  {\n   \"cell_type\": \"code\",\n   \"execution_count\": null,\n   \"metadata\": {\"k\": 1.0},\n   \"outputs\": [],\n   \"source\": [\n    \"1\"\n   ]\n  }\n ],\n \"metadata\": {},\n \"nbformat\": 4,\n \"nbformat_minor\": 2\n}\n");
        var cell = document.Cells[0] with
        {
            ExecutionCount = 3,
            Outputs =
            [
                new CellOutput.Stream(true, "a\nb"),
                new CellOutput.Result(MimeBundle.Of("1", "<b>\n\"1\"</b>").With(MimeBundle.Plotly, "{\"data\":[1.50]}"), 3),
                new CellOutput.Error("E", "m", ["l1", "l2"]),
            ],
        };
        string expected = """
            {
             "cells": [
              {
               "cell_type": "code",
               "execution_count": 3,
               "metadata": {"k": 1.0},
               "outputs": [
                {
                 "name": "stderr",
                 "output_type": "stream",
                 "text": [
                  "a\n",
                  "b"
                 ]
                },
                {
                 "data": {
                  "application/vnd.plotly.v1+json": {
                   "data": [
                    1.50
                   ]
                  },
                  "text/html": [
                   "<b>\n",
                   "\"1\"</b>"
                  ],
                  "text/plain": [
                   "1"
                  ]
                 },
                 "execution_count": 3,
                 "metadata": {},
                 "output_type": "execute_result"
                },
                {
                 "ename": "E",
                 "evalue": "m",
                 "output_type": "error",
                 "traceback": [
                  "l1",
                  "l2"
                 ]
                }
               ],
               "source": [
                "1"
               ]
              }
             ],
             "metadata": {},
             "nbformat": 4,
             "nbformat_minor": 2
            }

            """.ReplaceLineEndings("\n");
        Assert.Equal(expected, Encoding.UTF8.GetString(SaveAndRead(document with { Cells = [cell] })));
    }

    [Fact]
    public void Outputs_are_added_where_a_cell_had_none()
    {
        var document = Load("{\"cells\":[{\"cell_type\":\"code\",\"source\":\"1\"}],\"metadata\":{},\"nbformat\":4,\"nbformat_minor\":0}");
        var changed = document with { Cells = [document.Cells[0] with { ExecutionCount = 1, Outputs = [new CellOutput.Stream(false, "x")] }] };
        Assert.Equal(
            "{\"cells\":[{\"cell_type\":\"code\",\"source\":\"1\",\"execution_count\":1,\"outputs\":[{\"name\":\"stdout\",\"output_type\":\"stream\",\"text\":[\"x\"]}]}],\"metadata\":{},\"nbformat\":4,\"nbformat_minor\":0}",
            Encoding.UTF8.GetString(SaveAndRead(changed)));
    }

    [Fact]
    public void Notebook_from_elsewhere_is_written_as_one_that_can_be_read_again()
    {
        var document = new NotebookDocument([new("markdown", "# T"), new("csharp", "1") { Tags = ["parameters"], ExecutionCount = 1, Outputs = [new CellOutput.Stream(false, "x")] }]);
        var read = Load(SaveAndRead(document));
        Assert.Equal(["# T", "1"], read.Cells.Select(cell => cell.Source));
        Assert.Equal(["markdown", "csharp"], read.Cells.Select(cell => cell.Language));
        Assert.Equal(["parameters"], read.Cells[1].Tags);
        Assert.Equal([new CellOutput.Stream(false, "x")], read.Cells[1].Outputs);
    }

    [Theory]
    [InlineData("", "x.ipynb is not valid JSON at line 1")]
    [InlineData("{\"cells\": [\n {\"a\" 1}]}", "x.ipynb is not valid JSON at line 2")]
    [InlineData("[]", "x.ipynb is JSON but no notebook: it has no number 'nbformat'.")]
    [InlineData("{\"nbformat\": 3, \"worksheets\": []}", "x.ipynb has nbformat 3; 4 is read here.")]
    [InlineData("{\"nbformat\": 4}", "x.ipynb has no list of 'cells'.")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": 5}]}", "Cell 1 of x.ipynb has no 'cell_type' or no 'source' of text.")]
    [InlineData("{\"nbformat\": 4, \"cells\": [7]}", "Cell 1 of x.ipynb has no 'cell_type' or no 'source' of text.")]
    public void Malformed_file_is_told_in_one_message(string content, string message) =>
        Assert.StartsWith(message, Assert.Throws<NotebookException>(() => Load(content)).Message, StringComparison.Ordinal);

    [Fact]
    public void File_that_is_not_UTF8_is_told() => Assert.Throws<NotebookException>(() => Load([0x7b, 0xff, 0xfe, 0x7d]));

    [Fact]
    public void Missing_file_is_told_with_its_path() =>
        Assert.Equal("There is no notebook at nowhere.ipynb.", Assert.Throws<NotebookException>(() => NotebookFile.Load("nowhere.ipynb")).Message);

    [Fact]
    public void Failed_saving_leaves_nothing_behind()
    {
        string folder = Path.Combine(_folder.FullName, "target.ipynb");
        Directory.CreateDirectory(folder);
        Assert.Throws<NotebookException>(() => NotebookFile.Save(Notebook.Of("1"), folder));
        Assert.Empty(_folder.GetFiles());
    }

    private NotebookDocument Load(string text) => Load(Encoding.UTF8.GetBytes(text));

    private NotebookDocument Load(byte[] bytes)
    {
        string path = Path.Combine(_folder.FullName, "x.ipynb");
        File.WriteAllBytes(path, bytes);
        return NotebookFile.Load(path);
    }

    private byte[] SaveAndRead(NotebookDocument document)
    {
        string path = Path.Combine(_folder.FullName, "y.ipynb");
        NotebookFile.Save(document, path);
        return File.ReadAllBytes(path);
    }
}
