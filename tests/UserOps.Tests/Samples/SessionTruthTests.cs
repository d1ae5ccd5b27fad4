using System.Text.Json;

namespace UserOps.Tests.Samples;

[Collection(nameof(LargeShop))]
public class SessionTruthTests(LargeShop shop)
{
    private static readonly DateTime CheckoutTestFrom = new(2024, 4, 1), PaymentFailure = new(2024, 3, 20);
    private static readonly string[] CorePath = ["view_product", "cart", "checkout", "pay"];

    [Fact]
    public void Visits_reach_the_steps_of_the_core_path_as_often_as_planted()
    {
        var visits = Visits().Where(visit => visit[0].At < CheckoutTestFrom && visit[0].At.Date != PaymentFailure)
            .GroupBy(visit => shop.Users[visit[0].User].Channel).ToDictionary(group => group.Key, group => group.ToArray());
        foreach (var channel in shop.Folder.Truth.GetProperty("sessions").GetProperty("share_of_visits_that_reach").EnumerateArray())
            foreach (string step in CorePath)
            {
                var all = visits[channel.GetProperty("channel").GetString()!];
                SampleFolder.IsNear(channel.GetProperty("steps").GetProperty(step).GetDouble(), all.LongCount(visit => visit.Any(e => e.Name == step)), all.Length, 4);
            }
    }

    [Fact]
    public void Steps_follow_each_other_with_the_planted_probabilities()
    {
        var next = Visits().Where(visit => visit[0].At < CheckoutTestFrom).SelectMany(visit => visit.Zip(visit.Skip(1).Select(e => e.Name).Append("")))
            .GroupBy(pair => pair.First.Name).ToDictionary(group => group.Key, group => group.Select(pair => pair.Second).ToArray());
        foreach (var transition in shop.Folder.Truth.GetProperty("sessions").GetProperty("transitions").EnumerateArray().Where(HasNoFactor))
        {
            string[] followers = next[Text(transition, "from")];
            SampleFolder.IsNear(transition.GetProperty("probability").GetDouble(), followers.LongCount(name => name == Text(transition, "to")), followers.Length, 4);
        }
    }

    [Fact]
    public void What_goes_together_is_bought_together_as_often_as_planted()
    {
        var orders = shop.Folder.Rows("orders").GroupBy(row => row[0]).Select(order => order.Select(row => row[3]).ToHashSet()).ToArray();
        foreach (var pair in shop.Folder.Truth.GetProperty("orders").GetProperty("bought_together").EnumerateArray())
        {
            var with = orders.Where(order => order.Contains(Text(pair, "product"))).ToArray();
            long both = with.LongCount(order => order.Contains(Text(pair, "brings")));
            double planted = pair.GetProperty("probability").GetDouble(), error = Math.Sqrt(planted * (1 - planted) / with.Length);
            // Some would have been bought together anyway: the share may lie a little above what was planted, never below.
            Assert.InRange((double)both / with.Length, planted - 3.5 * error, planted + 0.06 + 3.5 * error);
        }
    }

    [Fact]
    public void Lines_come_back_as_often_as_planted()
    {
        var lines = shop.Folder.Rows("orders").Where(row => SampleFolder.Time(row[2]) < new DateTime(2024, 6, 18)).GroupBy(row => row[4]).ToDictionary(group => group.Key, group => group.ToArray());
        foreach (var category in shop.Folder.Truth.GetProperty("orders").GetProperty("categories").EnumerateArray())
        {
            var rows = lines[Text(category, "name")];
            SampleFolder.IsNear(category.GetProperty("refund_rate").GetDouble(), rows.LongCount(row => row[11] == "refunded"), rows.Length, 4);
        }
    }

    // Where a factor of user, content or day works on a step, its plain probability is not what is seen.
    private static bool HasNoFactor(JsonElement transition) =>
        (Text(transition, "from"), Text(transition, "to")) is not (("view_content", "view_product") or ("view_product", "cart") or ("checkout", "pay"));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    /// <summary>A visit and what follows it up to the user's next visit; the sign-up belongs to none.</summary>
    private IEnumerable<List<SampleEvent>> Visits()
    {
        foreach (var user in shop.Events.Where(e => e.Name != "signup").GroupBy(e => e.User))
        {
            List<SampleEvent> visit = [];
            foreach (var e in user.OrderBy(e => e.At))
            {
                if (e.Name == "visit" && visit.Count > 0)
                {
                    yield return visit;
                    visit = [];
                }
                visit.Add(e);
            }
            yield return visit;
        }
    }
}
