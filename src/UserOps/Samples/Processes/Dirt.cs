namespace UserOps.Samples;

/// <summary>What exports suffer from. Dirt is only added: whoever removes it has the simulation as it was. Every piece is counted.</summary>
internal sealed class Dirt(ShopOptions options, EventsFile events)
{
    /// <summary>Shares of the events after which a row of each kind is added, or which are written late.</summary>
    public const double DuplicateShare = 0.003, AnonymousShare = 0.002, BrokenShare = 0.0004, BrokenClockShare = 0.0002, LateShare = 0.005;

    public const int LatestDays = 3, TestAccounts = 3, TestEveryDays = 7;

    private readonly List<(int Day, EventRow Row)> _late = [];
    private Chance _chance = Chance.For(options.Seed, Purpose.Dirt);

    public long Duplicates { get; private set; }

    public long WithoutUser { get; private set; }

    public long Broken { get; private set; }

    public long BrokenClocks { get; private set; }

    public long Late { get; private set; }

    public long OfTestAccounts { get; private set; }

    /// <summary>Writes the late events that arrive today behind those of the day, and on some days what the testers do.</summary>
    public void EndDay(int day)
    {
        foreach (var late in _late.Where(late => late.Day <= day || day == options.Days - 1))
            events.Write(late.Row);
        _late.RemoveAll(late => late.Day <= day || day == options.Days - 1);
        for (int account = 1; account <= TestAccounts && day % TestEveryDays == account; account++)
            WriteTest(account, day);
    }

    /// <summary>Whether an event arrives on a later day; it is written then.</summary>
    public bool HoldsBack(EventRow row)
    {
        int day = row.Time / DaySpan.Seconds;
        if (day >= options.Days - 1 || !_chance.Happens(LateShare))
            return false;
        Late++;
        _late.Add((day + _chance.Between(1, LatestDays), row));
        return true;
    }

    /// <summary>Adds the dirt that follows an event.</summary>
    public void Follow(EventRow row)
    {
        double left = _chance.Unit();
        if ((left -= DuplicateShare) < 0)
        {
            Duplicates++;
            events.Write(row);
        }
        else if ((left -= AnonymousShare) < 0)
        {
            WithoutUser++;
            events.WriteWithoutUser(row);
        }
        else if ((left -= BrokenShare) < 0)
        {
            Broken++;
            events.WriteBroken(row);
        }
        else if (left - BrokenClockShare < 0)
        {
            BrokenClocks++;
            events.WriteWithBrokenClock(row);
        }
    }

    private void WriteTest(int account, int day)
    {
        int time = day * DaySpan.Seconds + 9 * 3_600 + 600 * account;
        Step[] steps = [Step.Visit, Step.ViewProduct, Step.Cart, Step.Checkout];
        foreach (var step in steps)
        {
            OfTestAccounts++;
            events.WriteTest(account, new(time += 30, 0, step, 0));
        }
    }
}
