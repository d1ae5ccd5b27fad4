namespace UserOps.Samples;

/// <summary>What the planted processes lead to on average, computed from their parameters.</summary>
internal static class Expectations
{
    /// <summary>The probability that a visit reaches a step at least once, for users of a channel over all platforms.</summary>
    public static double Reaches(Step goal, Channel channel) =>
        Profiles.Platforms.Sum(platform => platform.Share * Count(goal, channel, platform, once: true));

    /// <summary>The mean number of orders of a visit, for users of a channel over all platforms.</summary>
    public static double OrdersOfVisit(Channel channel) =>
        Profiles.Platforms.Sum(platform => platform.Share * Count(Step.Pay, channel, platform, once: false));

    private static double Count(Step goal, Channel channel, Platform platform, bool once)
    {
        double[] at = new double[SessionPaths.Next.Length];
        at[(int)Step.Visit] = 1;
        double count = 0;
        for (int taken = 0; taken < SessionPaths.LongestVisit; taken++)
        {
            at = Advance(at, channel, platform);
            count += at[(int)goal];
            if (once)
                at[(int)goal] = 0;
        }
        return count;
    }

    private static double[] Advance(double[] at, Channel channel, Platform platform)
    {
        double[] next = new double[at.Length];
        for (int from = 0; from < at.Length; from++)
            foreach ((var to, double probability) in SessionPaths.Next[from])
                next[(int)to] += at[from] * probability * FactorOf((Step)from, to, channel, platform);
        return next;
    }

    private static double FactorOf(Step from, Step to, Channel channel, Platform platform) => (from, to) switch
    {
        (Step.ViewContent, Step.ViewProduct) => Community.MeanProductFactor,
        (Step.ViewProduct, Step.Cart) => channel.CartFactor,
        (Step.Checkout, Step.Pay) => platform.PayFactor,
        _ => 1,
    };
}
