namespace UserOps.Samples;

/// <summary>A group of users whom the coupon changes in its own way.</summary>
/// <param name="Name">The identifier in the truth.</param>
/// <param name="Definition">How to find its users from the data before the campaign.</param>
/// <param name="ExtraOrder">The probability that the coupon brings an order that would not have been.</param>
internal sealed record WinbackSegment(string Name, string Definition, double ExtraOrder);

/// <summary>A coupon by text message to half of the reachable users, the other half held out by chance: its effect differs by segment.</summary>
internal sealed class Winback(Shop shop, ExposuresFile file, Contacts contacts)
{
    public const string Id = "winback-coupon";
    public const int OverContacted = 0, HourOfDay = 10, ActiveDays = 21, MinimumAgeDays = 14, OverContactedFrom = 3, SmsChannel = 1;

    /// <summary>What the coupon multiplies the step from checkout to payment with for users who have had enough.</summary>
    public const double PutOffPayFactor = 0.4;

    public static readonly WinbackSegment[] Segments =
    [
        new("over_contacted", "at least 3 messages in the seven days before the campaign", 0),
        new("active_buyer", "has ordered, visited in the 21 days before", 0.01),
        new("lapsed_buyer", "has ordered, no visit in the 21 days before", 0.14),
        new("active_browser", "never ordered, visited in the 21 days before", 0.07),
        new("lapsed_browser", "never ordered, no visit in the 21 days before", 0.015),
    ];

    /// <summary>Notes when the campaign starts, if it does before the end.</summary>
    public void Plan() => shop.Agenda.Add(new(ShopCalendar.Winback.Start * DaySpan.Seconds + HourOfDay * 3_600, -1, Errand.Launch));

    /// <summary>Assigns every reachable user, and sends the coupon to the treated.</summary>
    public void Launch(int time)
    {
        for (int user = 0; user < shop.Count; user++)
            if (IsReachable(shop.Members[user], time))
                Assign(user, time + user % 1_800);
    }

    /// <summary>Notes the first order of a user while the campaign runs.</summary>
    public static void NoteOrder(Shop shop, ref Member member, int time)
    {
        if (member.WinbackCell == 0 || member.Is(Marks.BoughtInWinback) || !ShopCalendar.Winback.Holds(time))
            return;
        member.Mark(Marks.BoughtInWinback);
        shop.Tally.WinbackBuyers[member.WinbackCell - 1]++;
    }

    private static bool IsReachable(in Member member, int time) =>
        member.Is(Marks.OptedIn) && !member.Is(Marks.Unsubscribed) && time - member.SignupAt >= MinimumAgeDays * DaySpan.Seconds;

    private void Assign(int user, int time)
    {
        ref var member = ref shop.Members[user];
        var chance = Chance.For(shop.Seed, Purpose.Winback, user);
        int segment = SegmentOf(ref member, time), arm = chance.Below(2), cell = 2 * segment + arm;
        member.WinbackCell = (byte)(cell + 1);
        shop.Tally.WinbackUsers[cell]++;
        file.Write(user, Id, arm, time, member.BeforeWinback);
        if (arm == 1)
            Treat(user, segment, time, ref chance);
    }

    private void Treat(int user, int segment, int time, ref Chance chance)
    {
        ref var member = ref shop.Members[user];
        member.Mark(Marks.HasCoupon);
        member.Mark(Marks.PutOff, segment == OverContacted);
        shop.Tally.WinbackMessages++;
        if (!chance.Happens(Segments[segment].ExtraOrder))
        {
            contacts.Deliver(user, time, Id, SmsChannel, ref chance);
            return;
        }
        contacts.Record(user, time, Id, SmsChannel, Outcome.Clicked);
        int latest = ShopCalendar.Winback.End * DaySpan.Seconds - 3_600;
        shop.Agenda.Add(new(chance.Between(time + 600, latest), user, Errand.CouponOrder, (int)Entry.Sms));
    }

    private static int SegmentOf(ref Member member, int time)
    {
        if (member.Contacts.Count(time / DaySpan.Seconds) >= OverContactedFrom)
            return OverContacted;
        bool active = time - member.LastVisit <= ActiveDays * DaySpan.Seconds;
        return (member.Orders > 0, active) switch { (true, true) => 1, (true, false) => 2, (false, true) => 3, _ => 4 };
    }
}
