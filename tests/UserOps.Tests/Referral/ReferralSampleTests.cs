using UserOps.Data;
using UserOps.Referral;
using UserOps.Tests.Samples;

namespace UserOps.Tests.Referral;

public class ReferralSampleTests
{
    private static readonly SampleFolder Folder = SampleFolder.Of("shop");
    private static readonly ReferralResult Result = Dataset.Open(Folder.FilePath(""), new OpenOptions { UseCache = false }).Referral();

    [Fact]
    public void Counts_are_those_of_the_files()
    {
        var users = Folder.Users();
        Assert.Equal((users.Count, users.Values.Count(user => user.Referrer.Length > 0)), (Result.NewUsers, (int)Result.Figures.Invited.Value!.Value));
        Assert.Equal(Truth("invited_signups"), Result.Figures.Invited.Value);
        // Repeated rows stay in the data, rows without a user do not.
        Assert.InRange(Result.Figures.Invitations.Value!.Value, Truth("invitations") * 0.99, Truth("invitations") * 1.01);
        Assert.Equal((0, 0, 0), (Result.CutLinks, Result.UnknownReferrers, Result.SeenBeforeInviter));
    }

    [Fact]
    public void Sign_ups_find_the_invitation_that_the_file_names()
    {
        // The sample numbers its invitations, and a sign-up names the number: this the analysis does not read.
        var users = Folder.Users();
        var events = Folder.CleanEvents().Where(e => users.ContainsKey(e.User)).ToList();
        var accepted = events.Where(e => e.Name == "signup" && e.Content.Length > 0).ToDictionary(e => e.Content, e => e.At);
        var sent = events.Where(e => e.Name == "invite" && (e.At - users[e.User].SignupAt).TotalDays <= 30
            && (new DateTime(2024, 7, 1) - users[e.User].SignupAt).TotalDays >= 44).ToList();
        int joined = sent.Count(e => accepted.TryGetValue(e.Content, out var at) && (at - e.At).TotalDays <= 14);
        // A late sign-up may fall to a newer invitation of the same user.
        Assert.InRange(Growth.Conversion.N!.Value, sent.Count, sent.Count * 1.01);
        Assert.InRange(Growth.K.Value!.Value * Growth.Users, joined - 3, joined + 3);
    }

    [Fact]
    public void Conversion_K_and_delay_agree_with_what_was_planted()
    {
        SampleFolder.IsNear(Truth("acceptance"), (long)Math.Round(Growth.Conversion.Value!.Value * Growth.Conversion.N!.Value), Growth.Conversion.N.Value);
        Assert.True(Growth.K.Interval!.Value.Contains(Growth.InvitationsPerUser.Value!.Value * Truth("acceptance")), $"{Growth.K}");
        Assert.True(Growth.AcceptDays.Interval!.Value.Contains(Truth("delay_median_days")), $"{Growth.AcceptDays}");
    }

    [Fact]
    public void Each_buyer_costs_the_planted_reward_of_all_invited_users() => Assert.Equal(
        Truth("reward_per_invited_user") * Truth("invited_signups"), Result.Figures.RewardCostPerBuyer.Value!.Value * Result.Figures.RewardCostPerBuyer.N!.Value, 6);

    private static ViralGrowth Growth => Result.Growth!;

    private static double Truth(string name) => Folder.Truth.GetProperty("referral").GetProperty(name).GetDouble();
}

[Collection(nameof(LargeShop))]
public class ReferralLargeSampleTests(LargeShop shop)
{
    [Fact]
    public void The_planted_conversion_lies_in_the_interval_of_many_invitations()
    {
        var growth = Dataset.Open(shop.Folder.FilePath(""), new OpenOptions { UseCache = false }, cancellation: TestContext.Current.CancellationToken).Referral().Growth!;
        double planted = shop.Folder.Truth.GetProperty("referral").GetProperty("acceptance").GetDouble();
        Assert.True(growth.Conversion.Interval!.Value.Contains(planted), $"{growth.Conversion}");
        Assert.True(growth.K.Interval!.Value.Contains(growth.InvitationsPerUser.Value!.Value * planted), $"{growth.K}");
    }
}
