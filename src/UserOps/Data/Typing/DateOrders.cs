namespace UserOps.Data.Typing;

/// <summary>Decides for a whole column whether dates such as <c>03/04/2024</c> begin with the day or the month.</summary>
internal sealed class DateOrders(DateOrder given)
{
    private readonly RowBits _either = new();
    private readonly RowBits _onlyDay = new();
    private readonly RowBits _onlyMonth = new();
    private readonly Dictionary<DateReading, (string Text, long Line)> _first = [];

    public void Note(int row, DateReading reading, ReadOnlySpan<char> text, long line)
    {
        var rows = reading switch { DateReading.Either => _either, DateReading.OnlyDayFirst => _onlyDay, _ => _onlyMonth };
        rows.Add(row);
        if (rows.Count == 1)
            _first.Add(reading, (text.ToString(), line));
    }

    /// <summary>Whether any date leaves its order open.</summary>
    public bool Any => _either.Count + _onlyDay.Count + _onlyMonth.Count > 0;

    /// <summary>The rows whose date does not fit the order chosen.</summary>
    public RowBits Misfits(DateOrder chosen) => chosen == DateOrder.DayFirst ? _onlyMonth : _onlyDay;

    /// <summary>The order and the reason for it.</summary>
    public (DateOrder Order, string Reason) Decide(Buffer<long> ticks)
    {
        if (given != DateOrder.Detect)
            return (given, "as the option says");
        if (_onlyDay.Count != _onlyMonth.Count)
            return _onlyDay.Count > _onlyMonth.Count
                ? (DateOrder.DayFirst, Proof(DateReading.OnlyDayFirst, _onlyDay.Count))
                : (DateOrder.MonthFirst, Proof(DateReading.OnlyMonthFirst, _onlyMonth.Count));
        return ByRange(ticks);
    }

    /// <summary>Exchanges day and month of the dates that were read as month first for now.</summary>
    public void Exchange(Buffer<long> ticks)
    {
        for (int row = 0; row < ticks.Count; row++)
            if (_either[row])
                ticks[row] = Exchanged(ticks[row]);
    }

    private string Proof(DateReading reading, long count) =>
        FormattableString.Invariant($"since {_first[reading].Text}{(_first[reading].Line > 0 ? $" on line {_first[reading].Line}" : "")}{(count > 1 ? $" and {count - 1:N0} more" : "")} can be read in no other way");

    /// <summary>Where no date decides, the order under which the dates lie closer together: an export covers one stretch of time.</summary>
    private (DateOrder, string) ByRange(Buffer<long> ticks)
    {
        double monthFirst = Days(ticks, exchange: false), dayFirst = Days(ticks, exchange: true);
        string remedy = "; set DateOrder to fix it";
        if (dayFirst < monthFirst / 2)
            return (DateOrder.DayFirst, FormattableString.Invariant($"since the dates then span {dayFirst:0} days rather than {monthFirst:0}{remedy}"));
        if (monthFirst < dayFirst / 2)
            return (DateOrder.MonthFirst, FormattableString.Invariant($"since the dates then span {monthFirst:0} days rather than {dayFirst:0}{remedy}"));
        return (DateOrder.MonthFirst, $"by default: nothing in the column decides how {_first[DateReading.Either].Text} is read{remedy}");
    }

    private double Days(Buffer<long> ticks, bool exchange)
    {
        (long first, long last) = (long.MaxValue, long.MinValue);
        for (int row = 0; row < ticks.Count; row++)
            if (_either[row])
            {
                long moment = exchange ? Exchanged(ticks[row]) : ticks[row];
                (first, last) = (Math.Min(first, moment), Math.Max(last, moment));
            }
        return (double)(last - first) / TimeSpan.TicksPerDay;
    }

    private static long Exchanged(long ticks)
    {
        var time = new DateTime(ticks);
        return new DateTime(time.Year, time.Day, time.Month).Ticks + ticks % TimeSpan.TicksPerDay;
    }
}
