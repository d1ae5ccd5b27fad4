namespace UserOps.LifetimeValue.Formulas;

/// <summary>ARPU and retention over whole periods, with what each user moves them by.</summary>
internal sealed class FormulaSums
{
    private readonly List<(double Revenue, int Active, int Before, int Kept)> _users = [];
    private double _revenue;
    private long _active, _before, _kept;

    /// <summary>Users active in a counted period.</summary>
    public int Users => _users.Count;

    /// <summary>Users active in a period, summed over periods.</summary>
    public long UserPeriods => _active;

    /// <summary>Net revenue ÷ active users, over all periods.</summary>
    public double Arpu => _revenue / _active;

    /// <summary>The share of active users who were active in the next period too; NaN with fewer than two periods.</summary>
    public double Retention => (double)_kept / _before;

    /// <summary>Adds a user.</summary>
    /// <param name="steps">The distinct periods in which the user was active, ascending.</param>
    /// <param name="first">The first whole period.</param>
    /// <param name="last">The last whole period.</param>
    /// <param name="revenue">Net revenue of the user in whole periods.</param>
    public void Add(ReadOnlySpan<int> steps, int first, int last, double revenue)
    {
        int active = 0, before = 0, kept = 0, previous = int.MinValue;
        foreach (int step in steps)
        {
            if (step < first || step > last)
                continue;
            active++;
            before += step < last ? 1 : 0;
            kept += step == previous + 1 ? 1 : 0;
            previous = step;
        }
        if (active == 0 && revenue == 0)
            return;
        _users.Add((revenue, active, before, kept));
        (_revenue, _active, _before, _kept) = (_revenue + revenue, _active + active, _before + before, _kept + kept);
    }

    /// <summary>The standard error of a function of ARPU and retention, by its slopes along both (delta method over users).</summary>
    public double ErrorOf(double byArpu, double byRetention)
    {
        double squares = 0;
        foreach ((double revenue, int active, int before, int kept) in _users)
        {
            double influence = byArpu * (revenue - Arpu * active) / _active + (byRetention == 0 ? 0 : byRetention * (kept - Retention * before) / _before);
            squares += influence * influence;
        }
        return Math.Sqrt(squares * _users.Count / (_users.Count - 1));
    }
}
