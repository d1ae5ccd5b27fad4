namespace UserOps.Samples;

/// <summary>What the simulation counts while it runs, for the costs of campaigns and for the truth.</summary>
internal sealed class Tally
{
    private readonly DateOnly _start;

    public Tally(ShopOptions options)
    {
        _start = options.Start;
        Months = MonthOf(options.Days - 1) + 1;
        SignupsByChannel = new long[Months, Channels.All.Length];
        TouchesByChannel = new long[Months, Contacts.ChannelNames.Length];
    }

    public int Months { get; }

    public long[,] SignupsByChannel { get; }

    public long[,] TouchesByChannel { get; }

    public long Orders { get; set; }

    public long OrderLines { get; set; }

    public long NetCents { get; set; }

    public long Invitations { get; set; }

    public long InvitedSignups { get; set; }

    public long BurstSignups { get; set; }

    public long FestivalDiscountCents { get; set; }

    public long EchoVisits { get; set; }

    public long EchoOrders { get; set; }

    public long EchoNetCents { get; set; }

    /// <summary>Users of the coupon campaign by segment and arm (control, treatment).</summary>
    public long[] WinbackUsers { get; } = new long[2 * Winback.Segments.Length];

    /// <summary>Those of them who ordered while it ran.</summary>
    public long[] WinbackBuyers { get; } = new long[2 * Winback.Segments.Length];

    public long WinbackMessages { get; set; }

    public long CouponOrders { get; private set; }

    public long CouponExtraOrders { get; private set; }

    public long CouponExtraNetCents { get; private set; }

    public long CouponDiscountCents { get; private set; }

    /// <summary>Counts an order with a coupon, and whether it would not have been without.</summary>
    public void Redeem(long discountCents, Errand errand, int netCents)
    {
        CouponOrders++;
        CouponDiscountCents += discountCents;
        if (errand != Errand.CouponOrder)
            return;
        CouponExtraOrders++;
        CouponExtraNetCents += netCents;
    }

    public int MonthOf(int day) => _start.AddDays(day) is var date ? (date.Year - _start.Year) * 12 + date.Month - _start.Month : 0;

    /// <summary>The first day of a month of the simulation, and its last, both inside the simulated period.</summary>
    public (int First, int Last) DaysOf(int month, int days)
    {
        var first = new DateOnly(_start.Year, _start.Month, 1).AddMonths(month);
        return (Math.Max(0, first.DayNumber - _start.DayNumber), Math.Min(days, first.AddMonths(1).DayNumber - _start.DayNumber) - 1);
    }
}
