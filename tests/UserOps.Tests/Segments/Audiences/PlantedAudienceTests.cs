using UserOps.Data;
using UserOps.Features;
using UserOps.Samples;
using UserOps.Segments.Audiences;
using UserOps.Testing;

namespace UserOps.Tests.Segments.Audiences;

/// <summary>The five groups that the simulated shop plants at its coupon campaign, found again as audiences at that day.</summary>
public class PlantedAudienceTests
{
    [Fact]
    public void Rules_find_the_planted_groups_of_the_campaign_again()
    {
        string folder = Path.Combine(Repository.Root, "data-samples", "shop");
        var data = Dataset.Open(folder, cancellation: TestContext.Current.CancellationToken);
        var exposures = data.Table(TableKind.Exposures);
        var (ids, experiments) = (exposures.Get<TextColumn>("user_id"), exposures.Get<TextColumn>("experiment"));
        var reached = Enumerable.Range(0, exposures.RowCount).Where(row => experiments[row] == "winback-coupon").Select(row => ids[row]).ToHashSet();
        var users = data.Features(new() { CutOff = new(2024, 5, 20) }).Tag("reached", id => reached.Contains(id) ? "yes" : "no");

        Rule there = Rule.Text("reached").Is("yes"), annoyed = Rule.Number("touches_7d") >= 3, buyer = Rule.Number("orders") >= 1, silent = Rule.Number("recency_days") > 21;
        var found = users.Audiences(
            new("over_contacted", there & annoyed), new("active_buyer", there & !annoyed & buyer & !silent), new("lapsed_buyer", there & !annoyed & buyer & silent),
            new("active_browser", there & !annoyed & !buyer & !silent), new("lapsed_browser", there & !annoyed & !buyer & silent));

        // The campaign starts at ten in the morning and counts messages of that morning and the six days before; the features end at midnight and count seven days.
        foreach (var planted in PlantedTruth.Beside(folder, "winback_coupon", "segments").ToTable().Rows)
        {
            double size = (double)planted[4]! + (double)planted[5]!, room = (string)planted[0]! == "over_contacted" ? 0.25 : 0.06;
            Assert.InRange(found.Size((string)planted[0]!), (1 - room) * size, (1 + room) * size);
        }
        Assert.Equal(reached.Count, found.Audiences.Sum(audience => found.Size(audience.Name)));
    }
}
