namespace UserOps.Samples;

/// <summary>When a user comes again, or that the user never does.</summary>
/// <remarks>
/// Visits are a Poisson process whose rate differs between users by a gamma distribution and is higher in the first days; dropout is exponential with gamma
/// frailty. Both together are the Pareto/NBD model: D. C. Schmittlein, D. G. Morrison, R. Colombo (1987), "Counting your customers", Management Science 33.
/// </remarks>
internal sealed class Returning(Shop shop)
{
    /// <summary>A new user comes this much more often at first; the extra dies away with the decay time.</summary>
    public const double NoveltyFactor = 2.0, NoveltyDecayDays = 3.0;

    /// <summary>What each circumstance adds to the logarithm of the dropout hazard.</summary>
    public const double CommunityCoefficient = -0.50, BuyerCoefficient = -0.40, ReturnedOrderCoefficient = 0.70, ContactCoefficient = 0.06;

    private const double NoveltyEndsAfterDays = 15;
    private const int ShortestPause = 1_800;

    /// <summary>Notes the next visit, or marks the user as dropped when dropout comes first.</summary>
    public void Plan(int user, int now)
    {
        ref var member = ref shop.Members[user];
        var chance = Chance.For(shop.Seed, Purpose.NextVisit, user, now);
        double dropsAfter = chance.Exponential(1 / HazardOf(ref member, now)) * DaySpan.Seconds;
        int next = NextVisit(member, now, ref chance);
        if (next - now > dropsAfter)
            member.Mark(Marks.Dropped);
        else
            shop.Agenda.Add(new(next, user, Errand.Visit));
    }

    /// <summary>Brings somebody back who had dropped out.</summary>
    public void Revive(int user, int now)
    {
        if (!shop.Members[user].Is(Marks.Dropped))
            return;
        shop.Members[user].Mark(Marks.Dropped, false);
        Plan(user, now);
    }

    private static double HazardOf(ref Member member, int now)
    {
        double sum = Channels.All[member.Channel].DropoutCoefficient + Profiles.Platforms[member.Platform].DropoutCoefficient
            + ContactCoefficient * member.Contacts.Count(now / DaySpan.Seconds);
        if (member.Is(Marks.InCommunity))
            sum += CommunityCoefficient;
        if (member.Orders > 0)
            sum += BuyerCoefficient;
        if (member.Is(Marks.LastOrderReturned))
            sum += ReturnedOrderCoefficient;
        return Math.Max(1e-9, Population.MeanDropoutHazard * member.Frailty * PortableMath.Exp(sum));
    }

    // The novelty is drawn by thinning: proposals at the highest rate, of which the share due is accepted.
    private int NextVisit(in Member member, int now, ref Chance chance)
    {
        int time = now;
        while (time < shop.Calendar.End)
        {
            double most = AgeOf(member, time) < NoveltyEndsAfterDays ? 1 + NoveltyFactor : 1;
            time = shop.Calendar.Advance(time, chance.Exponential(1 / (member.VisitRate * most)), member.Hours);
            if (chance.Happens(Novelty(AgeOf(member, time)) / most))
                return Math.Max(time, now + ShortestPause);
        }
        return shop.Calendar.End;
    }

    /// <summary>By how much more often a user of this age comes.</summary>
    public static double Novelty(double ageDays) =>
        ageDays < NoveltyEndsAfterDays ? 1 + NoveltyFactor * PortableMath.Exp(-ageDays / NoveltyDecayDays) : 1;

    private static double AgeOf(in Member member, int time) => (time - member.SignupAt) / (double)DaySpan.Seconds;
}
