using System.Net;
using UserOps.Display;
using UserOps.Notebooks.Documents;
using UserOps.Reports.Delivery;
using UserOps.Reports.Languages;
using UserOps.Reports.Pages;
using UserOps.Reports.Runs;
using static UserOps.Reports.Tests.Runs;

namespace UserOps.Reports.Tests;

public class BlankReportTests
{
    private const string NoEvents = "This needs events.";

    private static readonly NotebookReport Blank = Report(Section("Path", NoEvents), Section("Path", NoEvents), Section("Deviation", NoEvents), Section("Value", "This needs orders."));
    private static readonly NotebookReport Partly = Report(Section("Path"), Section("Deviation", NoEvents));

    [Fact]
    public void A_notebook_all_of_whose_sections_stay_blank_is_no_report()
    {
        Assert.Equal((NotebookStatus.Blank, false), (Blank.Status, Blank.Succeeded));
        Assert.Equal(["Path, Deviation: This needs events.", "Value: This needs orders."], Blank.LeftBlank);
        Assert.StartsWith("Every section stays blank with this export, so there is no report. Path, Deviation: This needs events.", Blank.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void One_answer_or_one_key_number_makes_it_a_report()
    {
        Assert.Equal(NotebookStatus.Ok, Partly.Status);
        Assert.Equal(NotebookStatus.Ok, Report(Section("Path", NoEvents), Named(new("data.users", 3, "users"))).Status);
        Assert.Equal(NotebookStatus.Ok, Report(Plain("no section at all")).Status);
    }

    [Fact]
    public void What_stays_blank_is_told_by_the_sections_of_the_run_and_else_by_the_contract()
    {
        string[] contract = ["the path: The export has no table 'events'."];
        Assert.Equal(["Deviation: This needs events."], new NotebookReport("r", Partly.Run) { Blanks = contract }.LeftBlank);
        Assert.Equal(contract, new NotebookReport("r", Report(Plain("x")).Run) { Blanks = contract }.LeftBlank);
    }

    [Fact]
    public void The_index_says_which_sections_stay_blank_and_why()
    {
        string page = WebUtility.HtmlDecode(IndexPage.Write([Blank, Partly], [], [], Now));
        Assert.Contains("1 of 2 reports are not complete", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"chip\">Not made</span> Every section stays blank", page, StringComparison.Ordinal);
        Assert.Contains("<li>Deviation: This needs events.</li>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_and_summary_begin_with_what_is_missing()
    {
        string page = WebUtility.HtmlDecode(ReportPage.Write(Blank, Now)), summary = SummaryText.Write(Blank);
        Assert.Contains("<h2>This report has no answer</h2>", page, StringComparison.Ordinal);
        Assert.Contains("<li>Value: This needs orders.</li>", page, StringComparison.Ordinal);
        Assert.Contains("**This report could not be made.** Every section stays blank", summary, StringComparison.Ordinal);
        Assert.Contains("userops check", summary, StringComparison.Ordinal);
        Assert.Contains("What this export leaves blank:\n\n- Deviation: This needs events.", SummaryText.Write(Partly), StringComparison.Ordinal);
    }

    [Fact]
    public void In_Chinese_it_is_said_in_Chinese()
    {
        var chinese = new NotebookReport("r", Blank.Run) { Language = Language.Chinese };
        Assert.StartsWith("本次导出数据无法回答任何一节，因此没有报告。 Path、Deviation：This needs events.", chinese.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_report_says_why_in_its_summary() =>
        Assert.Contains("**This report could not be made.** It needs orders.", SummaryText.Write(NotebookReport.Refused("r", Blank.Run.Executed, new(["It needs orders."], [], Shop))), StringComparison.Ordinal);

    private static NotebookReport Report(params CellOutput[] outputs) => new("r", Of([Text("# R"), .. outputs.Select(output => Code("x", output))]));

    private static CellOutput Section(string title, string? missing = null) =>
        Shown(MimeBundle.Of("x").With(MimeBundle.Section, new SectionState(title) { Missing = missing }.ToJson()));
}
