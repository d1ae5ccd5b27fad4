namespace UserOps.Samples;

/// <summary>What the experiments share: the file of exposures, and what users did in the four weeks before.</summary>
internal static class Experiments
{
    public static readonly string[] Variants = ["control", "treatment"];

    /// <summary>Adds a visit or a payment to the weeks before an experiment, if it falls there.</summary>
    public static void NoteBefore(ref Member member, int time, int visits, int spentCents)
    {
        if (ShopCalendar.CheckoutBefore.Holds(time))
            member.BeforeTest.Add(visits, spentCents);
        if (ShopCalendar.WinbackBefore.Holds(time))
            member.BeforeWinback.Add(visits, spentCents);
    }
}
