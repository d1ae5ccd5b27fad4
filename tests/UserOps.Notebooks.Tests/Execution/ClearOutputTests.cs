namespace UserOps.Notebooks.Tests.Execution;

public class ClearOutputTests
{
    [Theory]
    [InlineData("display(1); ClearOutput();", "")]
    [InlineData("display(1); ClearOutput(); display(2);", "2")]
    [InlineData("display(1); ClearOutput(wait: true);", "1")]
    [InlineData("display(1); ClearOutput(wait: true); display(2);", "2")]
    [InlineData("var d = display(1); ClearOutput(); d.Update(3);", "3")]
    [InlineData("Console.Write(1); ClearOutput(); Console.Write(2);", "2")]
    public async Task What_a_cell_cleared_is_not_in_the_executed_notebook(string code, string expected) =>
        Assert.Equal(expected, string.Join(',', (await Notebook.OutputsAsync(code)).Select(Notebook.TextOf)));
}
