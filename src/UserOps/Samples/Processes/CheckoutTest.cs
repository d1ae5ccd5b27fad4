namespace UserOps.Samples;

/// <summary>The A/B test of a checkout on one page: who visits while it runs is assigned by chance, and the treatment finishes more checkouts.</summary>
internal sealed class CheckoutTest(Shop shop, ExposuresFile file)
{
    public const string Name = "one-page-checkout";

    /// <summary>What the treatment multiplies the step from checkout to payment with.</summary>
    public const double TreatmentPayFactor = 1.25;

    private readonly long[] _exposed = new long[2];

    /// <summary>Users in control and in treatment.</summary>
    public IReadOnlyList<long> Exposed => _exposed;

    /// <summary>Assigns a user on the first visit while the test runs.</summary>
    public void Meet(int user, int time)
    {
        ref var member = ref shop.Members[user];
        if (!ShopCalendar.CheckoutTest.Holds(time) || member.Is(Marks.InCheckoutTest))
            return;
        member.Mark(Marks.InCheckoutTest);
        int arm = ArmOf(user);
        _exposed[arm]++;
        file.Write(user, Name, arm, time, member.BeforeTest);
    }

    /// <summary>What multiplies the step from checkout to payment for this user now.</summary>
    public double PayFactor(int user, int time)
    {
        ref var member = ref shop.Members[user];
        double factor = Profiles.Platforms[member.Platform].PayFactor;
        if (member.Platform == Profiles.Android && time / DaySpan.Seconds == ShopCalendar.PaymentFailureDay)
            factor *= ShopCalendar.PaymentFailureFactor;
        if (member.Is(Marks.PutOff) && ShopCalendar.Winback.Holds(time))
            factor *= Winback.PutOffPayFactor;
        if (!ShopCalendar.CheckoutTest.Holds(time))
            return factor;
        Account(ref member, factor * SessionPaths.Probability(Step.Checkout, Step.Pay));
        return factor * (ArmOf(user) == 1 ? TreatmentPayFactor : 1);
    }

    /// <summary>
    /// The mean, over the users of both arms, of what the treatment adds to the probability of paying at least once while the test runs: from the
    /// probabilities of every checkout that was begun, not from what happened in it.
    /// </summary>
    public double TrueConversionDifference()
    {
        double sum = 0;
        for (int user = 0; user < shop.Count; user++)
            sum += shop.Members[user].MissInControl - (double)shop.Members[user].MissInTreatment;
        return sum / Math.Max(1, _exposed[0] + _exposed[1]);
    }

    private static void Account(ref Member member, double payProbability)
    {
        member.MissInControl *= (float)(1 - payProbability);
        member.MissInTreatment *= (float)(1 - payProbability * TreatmentPayFactor);
    }

    private int ArmOf(int user) => Chance.For(shop.Seed, Purpose.CheckoutArm, user) is var chance && chance.Happens(0.5) ? 1 : 0;
}
