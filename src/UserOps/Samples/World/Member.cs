namespace UserOps.Samples;

/// <summary>What has come to be true of a member.</summary>
[Flags]
internal enum Marks : ushort
{
    None = 0,
    Dropped = 1,
    InCommunity = 2,
    LastOrderReturned = 4,
    OptedIn = 8,
    Unsubscribed = 16,
    InContactPlan = 32,
    InCheckoutTest = 64,
    HasCoupon = 128,
    PutOff = 256,
    FromBurst = 512,
    BoughtInWinback = 1024,
}

/// <summary>Who a user is and how the user stands now: all that the simulation keeps of a user, about 100 bytes.</summary>
internal struct Member
{
    public int SignupAt;
    public int LastVisit;
    public float VisitRate;
    public float Frailty;
    public float PurchasePower;
    public byte Channel;
    public byte Platform;
    public byte Region;
    public byte FavouriteCategory;
    public byte ContactPlan;
    public byte Tier;
    public byte Gender;
    public short BirthYear;
    public Marks Marks;
    public int Orders;
    public int Points;
    public int TierFrom;
    public int CommunityDay;
    public int CommunityPoints;
    public ContactWeek Contacts;
    public Before BeforeTest;
    public Before BeforeWinback;
    public byte WinbackCell;
    public float MissInControl;
    public float MissInTreatment;

    public readonly bool Is(Marks mark) => (Marks & mark) != 0;

    public void Mark(Marks mark, bool value = true) => Marks = value ? Marks | mark : Marks & ~mark;

    public readonly HourProfile Hours => BirthYear >= Profiles.EveningBornFrom ? HourProfile.Evening : HourProfile.Daytime;
}

/// <summary>How many messages a user had on each of the last seven days: four bits a day.</summary>
internal struct ContactWeek
{
    private uint _days;
    private int _last;

    /// <summary>Messages in the seven days up to and with <paramref name="day"/>.</summary>
    public int Count(int day)
    {
        _days = day - _last >= 7 ? 0 : _days << 4 * (day - _last) & 0xFFFFFFF;
        _last = day;
        int count = 0;
        for (uint rest = _days; rest != 0; rest >>= 4)
            count += (int)(rest & 15);
        return count;
    }

    /// <summary>Adds a message on the day last counted for.</summary>
    public void Add() => _days += (_days & 15) < 15 ? 1u : 0;
}

/// <summary>What a user did in the four weeks before an experiment: the covariate that is known before anything is tried.</summary>
internal struct Before
{
    public ushort Visits;
    public int SpentCents;

    public void Add(int visits, int spentCents)
    {
        Visits += (ushort)visits;
        SpentCents += spentCents;
    }
}
