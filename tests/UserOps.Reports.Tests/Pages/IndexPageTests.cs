using UserOps.Display;
using UserOps.Reports.Pages;
using static UserOps.Reports.Tests.Runs;

namespace UserOps.Reports.Tests.Pages;

public class IndexPageTests
{
    private static readonly NotebookReport Good = new("01 概览", Of(
        Text("# Review\n\nHow do we grow?"),
        Code("x", Opened(Shop), Named(new("mau", 1234, "users") { Label = "Monthly actives" }), Shown(MimeBundle.Of("chart", "<figure><svg width=\"9\"><g/></svg></figure>")))));

    private static readonly NotebookReport Bad = new("02", Of(Text("# Funnel"), Code("x", Error("E", "broken <b>"))));

    [Fact]
    public void Each_report_is_linked_with_its_question_numbers_and_picture()
    {
        string page = IndexPage.Write([Good, Bad], [], [], Now);
        foreach (string part in (string[])["href=\"01%20%E6%A6%82%E8%A7%88.html\"", "How do we grow?", "Monthly actives", "1,234 <span class=\"unit\">users</span>", "src=\"data:image/svg+xml;base64,", "2024-07-01"])
            Assert.Contains(part, page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_report_shows_its_state_and_reason()
    {
        string page = IndexPage.Write([Good, Bad], [], [], Now);
        Assert.Contains("1 of 2 reports are not complete", page, StringComparison.Ordinal);
        Assert.Contains("Cell 1 failed: broken &lt;b&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_still_picture_becomes_a_document_of_its_own() =>
        Assert.Equal("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\"><g/></svg>", Good.Picture);
}
