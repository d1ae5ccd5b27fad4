namespace UserOps.Notebooks.Tests.Execution;

/// <summary>What would end the process is told as an error, and the notebook goes on.</summary>
public class SurvivalTests
{
    [Fact]
    public async Task An_exception_on_a_thread_of_a_cell_is_told()
    {
        var outputs = await Notebook.OutputsAsync("var t = new System.Threading.Thread(() => throw new InvalidOperationException(\"lost\")); t.Start(); t.Join(); 1");
        Assert.Contains("InvalidOperationException: lost", Notebook.TextOf(outputs[0]), StringComparison.Ordinal);
        Assert.Equal("1", Notebook.TextOf(outputs[^1]));
    }
}
