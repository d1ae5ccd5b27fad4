using UserOps.Samples;

namespace UserOps.Tests.Samples;

[Collection(nameof(LargeShop))]
public class ContactTruthTests(LargeShop shop)
{
    [Fact]
    public void The_more_messages_in_a_week_the_fewer_are_opened_and_the_more_unsubscribe()
    {
        var lastVisit = shop.Events.Where(e => e.Name == "visit" && e.Entry is not ("push" or "sms" or "email")).GroupBy(e => e.User).ToDictionary(user => user.Key, user => user.Max(e => e.At));
        var all = Messages().Where(message => message.At.Hour is >= 8 and < 22).GroupBy(message => message.Before).ToDictionary(group => group.Key, group => group.ToList());
        for (int before = 0; before <= 4; before++)
        {
            SampleFolder.IsNear(Contacts.UnsubscribeProbability(before), all[before].LongCount(message => message.Outcome == "unsubscribed"), all[before].Count);
            // Who visits later by himself has not dropped out; unsubscribing stands above opening.
            var active = all[before].Where(message => lastVisit.GetValueOrDefault(message.User) > message.At && message.Outcome is not ("unsubscribed" or "complained")).ToList();
            SampleFolder.IsNear(Contacts.OpenProbability(before), active.LongCount(message => message.Outcome is "opened" or "clicked"), active.Count);
        }
    }

    [Fact]
    public void Who_has_unsubscribed_gets_nothing_more()
    {
        foreach (var user in Messages().GroupBy(message => message.User))
            Assert.DoesNotContain(user.SkipLast(1), message => message.Outcome is "unsubscribed" or "complained");
    }

    [Fact]
    public void A_click_leads_to_a_visit_within_the_hour()
    {
        var visits = shop.Events.Where(e => e.Entry is "push" or "sms" or "email").Select(e => (e.User, e.At)).ToLookup(visit => visit.User, visit => visit.At);
        var clicks = Messages().Where(message => message.Outcome == "clicked" && message.Campaign != Winback.Id && message.At.Date != new DateTime(2024, 4, 10) && message.At < new DateTime(2024, 6, 30, 22, 0, 0)).ToList();
        Assert.NotEmpty(clicks);
        Assert.All(clicks, click => Assert.Contains(visits[click.User], at => at > click.At && at <= click.At.AddHours(1)));
    }

    private IEnumerable<(string User, DateTime At, string Campaign, string Outcome, int Before)> Messages()
    {
        var sent = new Dictionary<string, List<DateTime>>();
        foreach (string[] row in shop.Folder.Rows("touches").OrderBy(row => row[1], StringComparer.Ordinal))
        {
            var at = SampleFolder.Time(row[1]);
            var earlier = sent.TryGetValue(row[0], out var known) ? known : sent[row[0]] = [];
            yield return (row[0], at, row[2], row[4], earlier.Count(time => (at.Date - time.Date).Days < 7));
            earlier.Add(at);
        }
    }
}
