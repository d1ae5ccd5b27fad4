namespace UserOps.Tests.Samples;

[Collection(nameof(LargeShop))]
public class ReferralTruthTests(LargeShop shop)
{
    [Fact]
    public void Every_invited_user_was_invited_by_the_referrer_before()
    {
        var invitations = shop.Events.Where(e => e.Name == "invite").ToDictionary(e => e.Content);
        var invited = shop.Events.Where(e => e.Name == "signup" && e.Content.Length > 0).ToList();
        Assert.Equal(shop.Users.Count(user => user.Value.Channel == "referral"), invited.Count);
        Assert.Equal(invited.Count, invited.DistinctBy(e => e.Content).Count());
        foreach (var signup in invited)
        {
            Assert.Equal(shop.Users[signup.User].Referrer, invitations[signup.Content].User);
            Assert.True(invitations[signup.Content].At < signup.At);
        }
    }

    [Fact]
    public void Only_invited_users_have_a_referrer() =>
        Assert.All(shop.Users.Values, user => Assert.Equal(user.Channel == "referral", user.Referrer.Length > 0));

    [Fact]
    public void Invitations_are_accepted_as_often_and_as_soon_as_planted()
    {
        var signups = shop.Events.Where(e => e.Name == "signup" && e.Content.Length > 0).ToDictionary(e => e.Content, e => e.At);
        var sent = shop.Events.Where(e => e.Name == "invite" && e.At < new DateTime(2024, 5, 15)).ToList();
        var truth = shop.Folder.Truth.GetProperty("referral");
        // A few sign-ups fall into the outage and are lost.
        SampleFolder.IsNear(truth.GetProperty("acceptance").GetDouble(), sent.LongCount(e => signups.ContainsKey(e.Content)), sent.Count, 4);
        double[] days = [.. sent.Where(e => signups.ContainsKey(e.Content)).Select(e => (signups[e.Content] - e.At).TotalDays).Order()];
        Assert.InRange(days[days.Length / 2], truth.GetProperty("delay_median_days").GetDouble() * 0.93, truth.GetProperty("delay_median_days").GetDouble() * 1.07);
    }

    [Fact]
    public void Tiers_of_a_user_follow_each_other_without_a_gap()
    {
        string[] ladder = ["basic", "silver", "gold", "diamond"];
        foreach (var user in shop.Folder.Rows("memberships").GroupBy(row => row[0]))
        {
            var spans = user.OrderBy(row => row[2], StringComparer.Ordinal).ToArray();
            Assert.Equal("", spans[^1][3]);
            for (int i = 1; i < spans.Length; i++)
            {
                Assert.Equal(spans[i - 1][3], spans[i][2]);
                Assert.True(Array.IndexOf(ladder, spans[i][1]) > Array.IndexOf(ladder, spans[i - 1][1]));
            }
        }
    }
}
