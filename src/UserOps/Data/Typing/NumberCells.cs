namespace UserOps.Data.Typing;

/// <summary>Numbers and amounts of money.</summary>
/// <param name="log">Takes notes of values that are no numbers.</param>
/// <param name="mark">What stands before decimals, or that it is to be found.</param>
/// <param name="isDemanded">Whether other values become missing; if not, they make the column text.</param>
/// <param name="expected">How many rows to expect.</param>
internal sealed class NumberCells(ColumnLog log, DecimalMark mark, bool isDemanded, long expected) : Cells
{
    private readonly Buffer<double> _values = new(expected);
    private readonly SortedSet<string> _currencies = new(StringComparer.Ordinal);
    private readonly DecimalMarks _marks = new(mark);
    private long _withCurrency;

    public override int Count => _values.Count;

    public override void Add(ReadOnlySpan<char> value)
    {
        if (NumberText.TryParse(value, out var number) && (isDemanded || !NumberText.IsCode(value)))
        {
            if (number.Marks != MarkReading.Open)
                _marks.Note(Count, number.Marks, value, log.Line);
            _values.Add(number.Value);
            if (number.Currency is { } currency)
                Note(currency);
            IsContradicted |= !isDemanded && _marks.IsTorn;
            return;
        }
        AddMissing();
        if (MissingWords.InValues(value))
            log.Add($"'{value}' read as missing", value);
        else if (isDemanded)
            log.Add("not a number: missing", value);
        else
            IsContradicted = true;
    }

    public override void AddMissing()
    {
        Missing++;
        _values.Add(double.NaN);
    }

    public override TypedCells Finish(string name)
    {
        FixMarks();
        string[] details = [.. _currencies, .. _marks.Chosen == DecimalMark.Comma ? ["decimal comma"] : Array.Empty<string>()];
        string[] marks = _marks.Reason() is { } reason ? [$"{name}: {reason}."] : [];
        return new(new NumberColumn(name, _values.ToArray()), details.Length == 0 ? "number" : $"number ({string.Join(", ", details)})", [.. marks, .. Guesses(name)])
        {
            Currencies = [.. _currencies],
        };
    }

    private void FixMarks()
    {
        if (_marks.Chosen == DecimalMark.Comma)
            _marks.Exchange(_values);
        var misfits = _marks.Misfits;
        for (int row = 0; row < Count && misfits.Count > 0; row++)
            if (misfits[row])
                SetMissing(row);
    }

    private void SetMissing(int row)
    {
        log.Add("does not fit the decimal mark of the column: missing", _values[row].ToString(System.Globalization.CultureInfo.InvariantCulture));
        _values[row] = double.NaN;
        Missing++;
    }

    private void Note(string currency)
    {
        _withCurrency++;
        _currencies.Add(currency);
    }

    private IReadOnlyList<string> Guesses(string name) => _currencies.Count switch
    {
        0 => [],
        1 when _withCurrency < Count - Missing => [FormattableString.Invariant($"{name}: {_withCurrency:N0} of {Count - Missing:N0} amounts name {_currencies.Min}; ")
            + "the others are taken for the same currency."],
        1 => [],
        _ => [$"{name}: amounts are in {string.Join(" and ", _currencies)}. They cannot be added up without a rate."],
    };
}
