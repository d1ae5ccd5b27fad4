namespace UserOps.Data.Typing;

/// <summary>Moments in any form, brought to UTC at the end, when the order of day and month is known.</summary>
/// <param name="log">Takes notes of values that are no times.</param>
/// <param name="settings">What is known about how times are written.</param>
/// <param name="isDemanded">Whether other values become missing; if not, they make the column text.</param>
/// <param name="digitsAlone">Whether digits alone are a time.</param>
/// <param name="expected">How many rows to expect.</param>
internal sealed class TimeCells(ColumnLog log, TypeSettings settings, bool isDemanded, bool digitsAlone, long expected) : Cells
{
    private static readonly long Earliest = new DateTime(1900, 1, 1).Ticks, End = new DateTime(2100, 1, 1).Ticks;

    private readonly Buffer<long> _ticks = new(expected);
    private readonly RowBits _utc = new();
    private readonly DateOrders _orders = new(settings.Order);

    public override int Count => _ticks.Count;

    public override void Add(ReadOnlySpan<char> value)
    {
        if (FixedTime.TryParse(value, out long ticks) && ticks >= Earliest && ticks < End)
            _ticks.Add(ticks);
        else if (TimeText.TryParse(value, digitsAlone, out var time))
            AddParsed(value, time);
        else
            AddOther(value);
    }

    public override void AddMissing()
    {
        Missing++;
        _ticks.Add(TimeColumn.Missing);
    }

    public override TypedCells Finish(string name)
    {
        var order = _orders.Any ? FixOrder() : default;
        bool hasLocalTimes = _utc.Count < Count - Missing;
        ToUtc();
        string type = order.Order switch { DateOrder.DayFirst => "time (day/month/year)", DateOrder.MonthFirst => "time (month/day/year)", _ => "time" };
        string[] guesses = order.Reason is null ? [] : [$"{name}: dates are read as {(order.Order == DateOrder.DayFirst ? "day/month/year" : "month/day/year")} {order.Reason}."];
        return new(new TimeColumn(name, _ticks.ToArray()), type, guesses) { HasLocalTimes = hasLocalTimes };
    }

    private void AddParsed(ReadOnlySpan<char> value, ParsedTime time)
    {
        if (time.Ticks < Earliest || time.Ticks >= End)
        {
            AddMissing();
            log.Add("outside the years 1900 to 2099: missing", value);
            return;
        }
        if (time.IsUtc)
            _utc.Add(Count);
        if (time.Reading != DateReading.Fixed)
            _orders.Note(Count, time.Reading, value, log.Line);
        _ticks.Add(time.Ticks);
    }

    private void AddOther(ReadOnlySpan<char> value)
    {
        AddMissing();
        if (MissingWords.InValues(value))
            log.Add($"'{value}' read as missing", value);
        else if (isDemanded)
            log.Add("not a time: missing", value);
        else
            IsContradicted = true;
    }

    private (DateOrder Order, string Reason) FixOrder()
    {
        var decided = _orders.Decide(_ticks);
        if (decided.Order == DateOrder.DayFirst)
            _orders.Exchange(_ticks);
        var misfits = _orders.Misfits(decided.Order);
        for (int row = 0; row < Count && misfits.Count > 0; row++)
            if (misfits[row])
                SetMissing(row);
        return decided;
    }

    private void SetMissing(int row)
    {
        log.Add("does not fit the order of day and month of the column: missing", new DateTime(_ticks[row]).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        _ticks[row] = TimeColumn.Missing;
        Missing++;
    }

    private void ToUtc()
    {
        if (settings.Zone.Equals(TimeZoneInfo.Utc) || _utc.Count == Count - Missing)
            return;
        var zone = new LocalZone(settings.Zone);
        for (int row = 0; row < Count; row++)
            if (_ticks[row] != TimeColumn.Missing && !_utc[row])
                _ticks[row] = zone.ToUtc(_ticks[row]);
    }
}
