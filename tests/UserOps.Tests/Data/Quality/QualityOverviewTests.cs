using UserOps.Data;
using UserOps.Display;

namespace UserOps.Tests.Data.Quality;

public class QualityOverviewTests
{
    [Fact]
    public void The_overview_carries_the_data_identity_and_the_notes_but_not_the_column_lists()
    {
        var report = Dataset.From(events: [new("a", "visit", new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc))]).Quality;
        Assert.Equal(report.Identity.ToJson(), report.Overview.Render()[MimeBundle.Data]);
        Assert.Equal(report.Notes, report.Overview.Notes);
        Assert.Empty(report.Overview.Parts);
    }
}
