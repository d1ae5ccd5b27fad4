namespace UserOps.Samples;

/// <summary>Who signs up: people who come by themselves or by advertising, people who are invited, and one day a burst of empty accounts.</summary>
internal sealed class Population
{
    /// <summary>The share of sign-ups expected from invitations: the plan of the others leaves room for them.</summary>
    public const double PlannedReferralShare = 0.105;

    /// <summary>By how much a day's sign-ups grow each day, as a share of the first day's.</summary>
    public const double DailyGrowth = 0.004;

    public const double VisitRateShape = 0.8, FrailtyShape = 0.6, MeanDropoutHazard = 0.12, OptInShare = 0.8;

    private readonly Shop _shop;
    private readonly UsersFile _file;
    private readonly double[] _weightFrom;

    public Population(Shop shop)
    {
        _shop = shop;
        _file = new(shop.Files.Open(Layouts.Users));
        for (int account = 1; account <= Dirt.TestAccounts; account++)
            _file.WriteTest(account);
        _weightFrom = new double[shop.Options.Days + 1];
        for (int day = shop.Options.Days - 1; day >= 0; day--)
            _weightFrom[day] = _weightFrom[day + 1] + WeightOf(day);
    }

    /// <summary>Users who stand in the file twice.</summary>
    public long Duplicates => _file.Duplicates;

    /// <summary>The share of all sign-ups planned for a day.</summary>
    public double ShareOf(int day) => WeightOf(day) / _weightFrom[0];

    /// <summary>Plans the day's sign-ups of people whom nobody invited, so that exactly the wanted number has signed up in the end.</summary>
    public void Plan(int day)
    {
        var chance = Chance.For(_shop.Seed, Purpose.Arrivals, day);
        int left = _shop.Options.Users - _shop.Count, count = left;
        if (day < _shop.Options.Days - 1)
            count = Math.Min(left, chance.Poisson(left * (1 - PlannedReferralShare) * WeightOf(day) / _weightFrom[day]));
        for (int i = 0; i < count; i++)
            _shop.Agenda.Add(new(MomentOf(day, chance.Unit()), -1, Errand.SignUp, chance.Pick(Channels.Shares)));
        if (day == ShopCalendar.BurstDay)
            PlanBurst(day);
    }

    /// <summary>Makes a member of somebody who signs up; −1 when the shop is full or out of order.</summary>
    public int SignUp(Appointment at)
    {
        if (_shop.Count == _shop.Options.Users || ShopCalendar.IsOut(at.Time))
            return -1;
        int user = _shop.Count++;
        var chance = Chance.For(_shop.Seed, Purpose.Person, user);
        int channel = at.User >= 0 ? Channels.Referral : at.Detail;
        ref var member = ref _shop.Members[user];
        Describe(ref member, ref chance, at.Time, channel);
        member.Mark(Marks.FromBurst | Marks.Dropped, at.Errand == Errand.Burst);
        Count(at, channel);
        _file.Write(user, member, at.User);
        _shop.Events.Add(new(at.Time, user, Step.Signup, member.Platform) { Invitation = at.User >= 0 ? at.Detail : 0 });
        return user;
    }

    private static void Describe(ref Member member, ref Chance chance, int time, int channel)
    {
        member.SignupAt = time;
        member.LastVisit = time;
        member.Channel = (byte)channel;
        member.Platform = (byte)chance.Pick(Profiles.PlatformShares);
        member.Region = (byte)chance.Pick(Profiles.RegionShares);
        member.Gender = (byte)chance.Pick(Profiles.GenderShares);
        member.BirthYear = (short)chance.Between(Profiles.FirstBirthYear, Profiles.LastBirthYear);
        member.VisitRate = (float)chance.Gamma(VisitRateShape, Channels.All[channel].VisitRate);
        member.Frailty = (float)chance.Gamma(FrailtyShape, 1);
        member.PurchasePower = (float)chance.Unit();
        member.FavouriteCategory = (byte)chance.Pick(Catalogue.Popularity);
        member.ContactPlan = (byte)chance.Pick(Profiles.ContactShares);
        member.TierFrom = time / DaySpan.Seconds;
        member.CommunityDay = -1;
        member.MissInControl = member.MissInTreatment = 1;
        member.Mark(Marks.OptedIn, chance.Happens(OptInShare));
    }

    private void PlanBurst(int day)
    {
        var chance = Chance.For(_shop.Seed, Purpose.Burst);
        int count = (int)(_shop.Options.Users * ShopCalendar.BurstShare);
        for (int i = 0; i < count; i++)
            _shop.Agenda.Add(new(day * DaySpan.Seconds + chance.Between(2 * 3600, 5 * 3600), -1, Errand.Burst, Channels.Social));
    }

    private void Count(Appointment at, int channel)
    {
        _shop.Tally.SignupsByChannel[_shop.Tally.MonthOf(at.Time / DaySpan.Seconds), channel]++;
        _shop.Tally.InvitedSignups += at.User >= 0 ? 1 : 0;
        _shop.Tally.BurstSignups += at.Errand == Errand.Burst ? 1 : 0;
    }

    private static int MomentOf(int day, double share) => day * DaySpan.Seconds + HourProfile.Daytime.At(share);

    private double WeightOf(int day) => (1 + DailyGrowth * day) * _shop.Calendar.FactorOf(day);
}
