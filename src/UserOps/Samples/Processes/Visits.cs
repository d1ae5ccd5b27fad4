namespace UserOps.Samples;

/// <summary>What leads a user into the shop.</summary>
internal enum Entry : byte
{
    None,
    Direct,
    Search,
    Feed,
    Friend,
    Push,
    Sms,
    Email,
}

/// <summary>One visit after the other: the user walks over the steps of <see cref="SessionPaths"/>, and each step has its consequence.</summary>
internal sealed class Visits(Shop shop, Shopping shopping, Community community, CheckoutTest test, Contacts contacts)
{
    public static readonly string[] EntryNames = ["", "direct", "search", "feed", "friend", "push", "sms", "email"];

    /// <summary>How users of each channel come in, when nothing has called them: direct, search, feed, friend.</summary>
    public static readonly double[][] EntryShares =
        [[0.70, 0.20, 0.10, 0], [0.35, 0.55, 0.10, 0], [0.40, 0.10, 0.50, 0], [0.30, 0.10, 0.60, 0], [0.60, 0.10, 0, 0.30]];

    private static readonly Step[] DecidedPath = [Step.ViewProduct, Step.Cart, Step.Checkout, Step.Pay];

    // The shortest and longest pause, in seconds, after each step.
    private static readonly (int Low, int High)[] Pauses =
        [(2, 25), (10, 180), (2, 30), (15, 90), (5, 60), (8, 140), (5, 80), (10, 150), (5, 60), (5, 40)];

    /// <summary>Lets a user visit. During an outage the shop cannot be reached and nothing is recorded.</summary>
    public void Run(Appointment at)
    {
        if (ShopCalendar.IsOut(at.Time))
            return;
        var chance = Chance.For(shop.Seed, Purpose.Session, at.User, at.Time);
        ref var member = ref shop.Members[at.User];
        member.LastVisit = at.Time;
        test.Meet(at.User, at.Time);
        Experiments.NoteBefore(ref member, at.Time, 1, 0);
        var visit = new Visit(at.User, at.Time, member.Platform, at.Errand);
        shop.Events.Add(new(at.Time, at.User, Step.Visit, member.Platform) { Entry = EntryOf(at, member, ref chance) });
        shopping.Enter();
        if (at.Errand == Errand.CouponOrder)
            Buy(visit, ref chance);
        else
            Walk(visit, ref chance);
        contacts.Enrol(at.User, at.Time);
    }

    private void Walk(Visit visit, ref Chance chance)
    {
        var step = Step.Visit;
        for (int taken = 0; taken < SessionPaths.LongestVisit; taken++)
        {
            visit = visit.After(Pause(step, ref chance));
            var next = Next(step, visit, ref chance);
            if (next == Step.Leave || !Take(next, visit, ref chance))
                return;
            step = next;
        }
    }

    private void Buy(Visit visit, ref Chance chance)
    {
        foreach (var step in DecidedPath)
        {
            visit = visit.After(Pause(step, ref chance));
            if (!Take(step, visit, ref chance))
                return;
        }
    }

    private Step Next(Step step, Visit visit, ref Chance chance)
    {
        ref var member = ref shop.Members[visit.User];
        return step switch
        {
            Step.ViewContent => SessionPaths.Draw(step, Step.ViewProduct, community.ProductFactor, ref chance),
            Step.ViewProduct => SessionPaths.Draw(step, Step.Cart, Channels.All[member.Channel].CartFactor, ref chance),
            Step.Checkout => SessionPaths.Draw(step, Step.Pay, test.PayFactor(visit.User, visit.Time) * Change(member, visit.Time), ref chance),
            _ => SessionPaths.Draw(step, Step.Leave, 1, ref chance),
        };
    }

    private double Change(in Member member, int time) =>
        shop.Options.Change?.FactorOf(Channels.All[member.Channel].Name, shop.Options.Start.AddDays(time / DaySpan.Seconds)) ?? 1;

    private bool Take(Step step, Visit visit, ref Chance chance)
    {
        if (visit.Time >= shop.Calendar.End || ShopCalendar.IsOut(visit.Time))
            return false;
        var row = new EventRow(visit.Time, visit.User, step, visit.Platform);
        shop.Events.Add(step switch
        {
            Step.ViewContent or Step.Like or Step.Comment or Step.Share => community.Interact(row, ref chance),
            Step.ViewProduct or Step.Cart => shopping.Look(row, ref chance),
            Step.Pay => shopping.Pay(row, visit.Errand, ref chance),
            Step.Invite => community.Invite(row, ref chance),
            _ => row,
        });
        return true;
    }

    private static int Pause(Step step, ref Chance chance) => chance.Between(Pauses[(int)step].Low, Pauses[(int)step].High);

    private static Entry EntryOf(Appointment at, in Member member, ref Chance chance) => at.Errand switch
    {
        Errand.Click or Errand.CouponOrder => (Entry)at.Detail,
        _ => Entry.Direct + (byte)chance.Pick(EntryShares[member.Channel]),
    };

    private readonly record struct Visit(int User, int Time, byte Platform, Errand Errand)
    {
        public Visit After(int seconds) => this with { Time = Time + seconds };
    }
}
