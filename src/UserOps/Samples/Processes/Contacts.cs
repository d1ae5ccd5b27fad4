namespace UserOps.Samples;

/// <summary>The messages that the company sends by plan, and how users answer: the more in a week, the less they open and the more they unsubscribe.</summary>
internal sealed class Contacts(Shop shop)
{
    /// <summary>P(open) = base × exp(−fatigue × messages in the seven days before).</summary>
    public const double OpenBase = 0.32, OpenFatigue = 0.22;

    public const double ClickOfOpened = 0.22;

    /// <summary>P(unsubscribe) = base × exp(growth × messages in the seven days before), three times as much at night; complaints likewise.</summary>
    public const double UnsubscribeBase = 0.004, ComplainBase = 0.0006, AnnoyanceGrowth = 0.35, NightUnsubscribeFactor = 3, NightOpenFactor = 0.6;

    /// <summary>Those who have dropped out open less, and never click.</summary>
    public const double DroppedOpenFactor = 0.4;

    /// <summary>Who has not visited for so many days is no longer written to.</summary>
    public const int SilentDays = 21;

    public const int NightFromHour = 22, NightToHour = 8;

    public static readonly string[] ChannelNames = ["push", "sms", "email"];
    public static readonly double[] ChannelShares = [0.60, 0.15, 0.25];

    /// <summary>What one message costs in each channel, in cents.</summary>
    public static readonly int[] CostCents = [1, 5, 1];

    private readonly TouchesFile _file = new(shop.Files.Open(Layouts.Touches));

    /// <summary>Puts a user who visits into the plan of messages, unless already there or not willing.</summary>
    public void Enrol(int user, int time)
    {
        ref var member = ref shop.Members[user];
        if (member.Is(Marks.InContactPlan | Marks.Unsubscribed) || !member.Is(Marks.OptedIn))
            return;
        member.Mark(Marks.InContactPlan);
        var chance = Chance.For(shop.Seed, Purpose.Touch, user, -time);
        Plan(user, time, ref chance);
    }

    /// <summary>Sends the message that is due, and plans the next.</summary>
    public void Send(Appointment at)
    {
        ref var member = ref shop.Members[at.User];
        if (member.Is(Marks.Unsubscribed) || at.Time - member.LastVisit > SilentDays * DaySpan.Seconds)
        {
            member.Mark(Marks.InContactPlan, false);
            return;
        }
        var chance = Chance.For(shop.Seed, Purpose.Touch, at.User, at.Time);
        int channel = chance.Pick(ChannelShares);
        int month = shop.Tally.MonthOf(at.Time / DaySpan.Seconds);
        shop.Tally.TouchesByChannel[month, channel]++;
        Deliver(at.User, at.Time, shop.CampaignIds.OfContacts(month, channel), channel, ref chance);
        Plan(at.User, at.Time, ref chance);
    }

    /// <summary>Delivers one message and records how it was taken.</summary>
    public void Deliver(int user, int time, string campaign, int channel, ref Chance chance)
    {
        ref var member = ref shop.Members[user];
        var outcome = Answer(member, member.Contacts.Count(time / DaySpan.Seconds), time, ref chance);
        if (outcome is Outcome.Unsubscribed or Outcome.Complained)
            member.Mark(Marks.Unsubscribed);
        if (outcome == Outcome.Clicked)
            shop.Agenda.Add(new(time + chance.Between(20, 3_600), user, Errand.Click, (int)Entry.Push + channel));
        Record(user, time, campaign, channel, outcome);
    }

    /// <summary>Writes a message whose outcome is known.</summary>
    public void Record(int user, int time, string campaign, int channel, Outcome outcome)
    {
        ref var member = ref shop.Members[user];
        member.Contacts.Count(time / DaySpan.Seconds);
        member.Contacts.Add();
        _file.Write(user, time, campaign, channel, outcome);
    }

    /// <summary>The probability of opening a message after so many in the seven days before.</summary>
    public static double OpenProbability(int messages) => OpenBase * PortableMath.Exp(-OpenFatigue * messages);

    /// <summary>The probability of unsubscribing after so many messages in the seven days before.</summary>
    public static double UnsubscribeProbability(int messages) => UnsubscribeBase * PortableMath.Exp(AnnoyanceGrowth * messages);

    private static Outcome Answer(in Member member, int messages, int time, ref Chance chance)
    {
        bool night = time % DaySpan.Seconds / 3600 is >= NightFromHour or < NightToHour;
        double annoyance = UnsubscribeProbability(messages) * (night ? NightUnsubscribeFactor : 1);
        if (chance.Happens(annoyance))
            return Outcome.Unsubscribed;
        if (chance.Happens(annoyance * ComplainBase / UnsubscribeBase))
            return Outcome.Complained;
        double open = OpenProbability(messages) * (night ? NightOpenFactor : 1) * (member.Is(Marks.Dropped) ? DroppedOpenFactor : 1);
        if (!chance.Happens(open))
            return Outcome.Sent;
        return !member.Is(Marks.Dropped) && chance.Happens(ClickOfOpened) ? Outcome.Clicked : Outcome.Opened;
    }

    private void Plan(int user, int time, ref Chance chance)
    {
        double gapDays = chance.Exponential(7 / Profiles.ContactsPerWeek[shop.Members[user].ContactPlan]);
        if (gapDays > shop.Options.Days)
            return;
        int day = (time + (int)(gapDays * DaySpan.Seconds)) / DaySpan.Seconds;
        int at = day * DaySpan.Seconds + HourProfile.Sending.At(chance.Unit());
        shop.Agenda.Add(new(at > time ? at : at + DaySpan.Seconds, user, Errand.Contact));
    }
}

/// <summary>How far a message got.</summary>
internal enum Outcome
{
    Sent,
    Opened,
    Clicked,
    Unsubscribed,
    Complained,
}
