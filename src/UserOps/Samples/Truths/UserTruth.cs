namespace UserOps.Samples;

/// <summary>Where users come from, how often they come, and why they stay away.</summary>
internal sealed class UserTruth(Shop shop)
{
    public IEnumerable<object> Channels() => Samples.Channels.All.Select((channel, index) => new
    {
        channel.Name,
        ShareOfUninvited = channel.Share,
        VisitsPerDayWhileActive = channel.VisitRate,
        channel.DropoutCoefficient,
        CartFactor = channel.CartFactor,
        CostPerUser = (index == Samples.Channels.Referral ? Samples.Channels.ReferralRewardCents : channel.CostPerUserCents) / 100.0,
        Users = Members(index).Count(),
        StillActiveAtTheEnd = Members(index).Count(user => !shop.Members[user].Is(Marks.Dropped)),
        OrdersPerVisit = Truth.Rounded(Expectations.OrdersOfVisit(channel)),
        Measured = Measured.Of(index),
    });

    public static object Visits() => new
    {
        Process = "visits: Poisson, rate gamma between users; dropout: exponential, frailty gamma between users (Pareto/NBD); rate and frailty independent",
        RateShape = Population.VisitRateShape,
        DropoutHazardPerDay = Population.MeanDropoutHazard,
        Population.FrailtyShape,
        Returning.NoveltyFactor,
        Returning.NoveltyDecayDays,
    };

    public static object ChurnDrivers() => new
    {
        Meaning = "added to the logarithm of the dropout hazard as it stands at the last visit, given the frailty; against channel organic and platform ios",
        Coefficients = (object[])
        [
            .. Samples.Channels.All.Skip(1).Select(channel => Driver("channel = " + channel.Name, channel.DropoutCoefficient)),
            .. Profiles.Platforms.Skip(1).Select(platform => Driver("platform = " + platform.Name, platform.DropoutCoefficient)),
            Driver("has ever liked, commented or shared", Returning.CommunityCoefficient),
            Driver("has ever ordered", Returning.BuyerCoefficient),
            Driver("a line of the last order comes back", Returning.ReturnedOrderCoefficient),
            Driver("each message in the last seven days", Returning.ContactCoefficient),
        ],
    };

    public static object Referral(Tally tally) => new
    {
        tally.Invitations,
        tally.InvitedSignups,
        Community.Acceptance,
        DelayOfAcceptance = "log-normal",
        Community.DelayMedianDays,
        Community.DelayLogDeviation,
        RewardPerInvitedUser = Samples.Channels.ReferralRewardCents / 100.0,
    };

    public static object Tiers() => new
    {
        Ladder = Samples.Tiers.Ladder.Select(tier => new { tier.Name, tier.Points }),
        PointsPerYuanPaid = 1,
        Community.LikePoints,
        Community.CommentPoints,
        Community.SharePoints,
        Community.InvitedPoints,
        Community.DailyPointsCap,
    };

    private static object Driver(string driver, double coefficient) => new { Driver = driver, Coefficient = coefficient };

    private IEnumerable<int> Members(int channel) => Enumerable.Range(0, shop.Count).Where(user => shop.Members[user].Channel == channel);
}
