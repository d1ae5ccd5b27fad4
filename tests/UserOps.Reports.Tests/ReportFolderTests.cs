using static UserOps.Reports.Tests.Runs;

namespace UserOps.Reports.Tests;

public class ReportFolderTests
{
    private static readonly NotebookReport Good = new("r", Of(Text("# R"), Code("x", Named(new("x", 1, "users")))));

    private static readonly NotebookReport Bad = new("r", Of(Text("# R"), Code("x", Error("E", "m"))));

    [Fact]
    public void A_report_is_a_page_and_its_numbers_and_nothing_else()
    {
        using var temporary = new TemporaryFolder();
        var folder = ReportFolder.Open(temporary["deep/reports"], TimeProvider.System);
        folder.Write(Good);
        folder.WriteIndex([Good]);
        Assert.Equal(["index.html", "r.html", "r.metrics.json"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_index_names_reports_of_earlier_runs_apart_from_its_own()
    {
        using var temporary = new TemporaryFolder();
        var folder = ReportFolder.Open(temporary.Path, TimeProvider.System);
        folder.Write(new("old & done", Good.Run));
        File.WriteAllText(temporary["notes.html"], "no report");
        folder.Write(Good);
        string index = File.ReadAllText(folder.WriteIndex([Good]));
        Assert.Contains("From earlier runs, perhaps on other data: <a href=\"old%20%26%20done.html\">old &amp; done</a>.", index, StringComparison.Ordinal);
        Assert.DoesNotContain("notes", index, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_run_takes_the_place_of_an_earlier_page_and_leaves_no_numbers()
    {
        using var temporary = new TemporaryFolder();
        var folder = ReportFolder.Open(temporary.Path, TimeProvider.System);
        folder.Write(Good);
        folder.Write(Bad);
        Assert.Contains("This report is not complete", File.ReadAllText(temporary["r.html"]), StringComparison.Ordinal);
        Assert.False(File.Exists(temporary["r.metrics.json"]));
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_refused()
    {
        using var temporary = new TemporaryFolder();
        File.WriteAllText(temporary["reports"], "");
        var problem = Assert.Throws<UserOpsException>(() => ReportFolder.Open(temporary["reports"], TimeProvider.System));
        Assert.Contains("is a file", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_below_a_file_is_refused()
    {
        using var temporary = new TemporaryFolder();
        File.WriteAllText(temporary["a"], "");
        var problem = Assert.Throws<UserOpsException>(() => ReportFolder.Open(Path.Combine(temporary["a"], "b"), TimeProvider.System));
        Assert.Contains("--out", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_writing_fails_the_old_page_stays_whole_and_nothing_half_written_is_left()
    {
        using var temporary = new TemporaryFolder();
        Directory.CreateDirectory(temporary["index.html"]);
        var folder = ReportFolder.Open(temporary.Path, TimeProvider.System);
        Assert.Throws<UserOpsException>(() => folder.WriteIndex([Good]));
        Assert.Empty(Directory.GetFiles(temporary.Path));
    }
}
