using CsCheck;
using UserOps.Data;
using UserOps.Referral;
using UserOps.Testing;

namespace UserOps.Tests.Referral;

public class InviteTreePropertyTests
{
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>User i names user referrers[i]; −1 names nobody.</summary>
    private static ReferralResult Result(int[] referrers) => Dataset.From(
        users: referrers.Select((referrer, user) => new UserRow($"u{user}", Start, ReferrerId: referrer < 0 ? null : $"u{referrer % referrers.Length}")),
        events: [new("u0", "visit", Start)]).Referral();

    [Fact]
    public void Any_links_end_in_trees_that_hold_every_linked_user_once() =>
        Check.Sample(Gen.Int[-1, 11].Array[1, 12], referrers =>
        {
            var result = Result(referrers);
            int links = referrers.Count(referrer => referrer >= 0);
            Assert.Equal(links - result.CutLinks, (int)result.Figures.Invited.Value!.Value);
            Assert.Equal(result.TreeSizes.Sum(), result.Generations.Sum(generation => generation.Users));
            Assert.Equal(result.TreeSizes.Sum() - result.TreeSizes.Count, links - result.CutLinks);
            Assert.Equal(OnCircle(referrers), result.CutLinks);
        }, iter: 3_000);

    /// <summary>Users from whom following the links leads back to themselves.</summary>
    private static int OnCircle(int[] referrers) => Enumerable.Range(0, referrers.Length).Count(start =>
    {
        int user = start;
        for (int steps = 0; steps < referrers.Length && referrers[user] >= 0; steps++)
            if ((user = referrers[user] % referrers.Length) == start)
                return true;
        return false;
    });

    [Fact]
    public void Referral_reads_as_text() => Golden.Matches(
        Dataset.From(
            users: [.. Enumerable.Range(0, 12).Select(i => new UserRow($"u{i:00}", Start.AddDays(i), ReferrerId: i < 3 ? null : $"u{i / 3:00}"))],
            events: [.. from user in Enumerable.Range(0, 4) from day in new[] { 1, 2, 60 } select new EventRow($"u{user:00}", day == 2 ? "invite" : "visit", Start.AddDays(day))],
            orders: [.. Enumerable.Range(2, 6).Select(i => new OrderRow($"u{i:00}", Start.AddDays(3 * i), 10 * i))]).Referral(new() { RewardCost = 50 }).ToString(),
        "referral.txt");
}
