using UserOps.Reports.Pages;
using static UserOps.Reports.Tests.Runs;

namespace UserOps.Reports.Tests.Pages;

public class FailurePanelTests
{
    [Theory]
    [InlineData("UserOps.MissingDataException", "This question needs a table of orders.", "lacks a table or a column")]
    [InlineData("UserOps.InsufficientDataException", "Found 3 days; 14 needed.", "too few")]
    [InlineData("UserOps.Notebooks.NotebookException", "The packages cannot be had: Foo.", "there is no network")]
    [InlineData("Stopped", "Stopped: the cell took longer than 1 s.", "more to reckon than the time")]
    [InlineData("System.OutOfMemoryException", "Array dimensions exceeded.", "larger than the memory")]
    [InlineData("System.NullReferenceException", "Object reference not set.", "answer to an earlier question that this export could not give. This export leaves blank: the path: no events.")]
    [InlineData("System.InvalidOperationException", "Sequence contains no elements", "a list is empty")]
    [InlineData("CompilationError", "CS0103: The name 'shop' does not exist in the current context", "a name that nothing before it declares")]
    [InlineData("CompilationError", "CS1002: ; expected", "not complete or not right")]
    [InlineData("System.IO.IOException", "No space left on device : '/x'", "The disk is full.")]
    [InlineData("My.OwnException", "oops", "was not written for")]
    public void The_likely_cause_is_told_for_somebody_who_writes_no_code(string kind, string message, string cause)
    {
        string panel = FailurePanel.Write(new("t", Of(Code("x", Error(kind, message)))) { Blanks = ["the path: no events."] }).Text;
        Assert.Contains(cause, panel, StringComparison.Ordinal);
        Assert.Contains("Cell 1", panel, StringComparison.Ordinal);
        Assert.Contains("<dt>What to do</dt>", panel, StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_is_named_where_it_is_known()
    {
        string panel = FailurePanel.Write(new("t", Of(Code("y"), Code("x", Error("E", "m"))))).Text;
        Assert.Contains("Cell 2, line 1</a>", panel, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_was_not_made_lists_everything_that_is_wrong()
    {
        string panel = FailurePanel.Write(NotebookReport.Refused("t", Of(Code("x")).Executed, new(["No <orders>.", "No users."], [], Shop))).Text;
        Assert.Contains("This report could not be made", panel, StringComparison.Ordinal);
        Assert.Contains("<li>No &lt;orders&gt;.</li><li>No users.</li>", panel, StringComparison.Ordinal);
    }

    [Fact]
    public void A_complete_report_has_no_panel() => Assert.Equal("", FailurePanel.Write(new("t", Of(Code("x")))).Text);
}
