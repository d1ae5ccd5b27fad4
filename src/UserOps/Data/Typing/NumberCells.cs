namespace UserOps.Data.Typing;

/// <summary>Numbers and amounts of money.</summary>
/// <param name="log">Takes notes of values that are no numbers.</param>
/// <param name="isDemanded">Whether other values become missing; if not, they make the column text.</param>
/// <param name="expected">How many rows to expect.</param>
internal sealed class NumberCells(ColumnLog log, bool isDemanded, long expected) : Cells
{
    private readonly Buffer<double> _values = new(expected);
    private readonly SortedSet<string> _currencies = new(StringComparer.Ordinal);
    private long _marked;

    public override int Count => _values.Count;

    public override void Add(ReadOnlySpan<char> value)
    {
        if (NumberText.TryParse(value, out var number) && (isDemanded || !NumberText.IsCode(value)))
        {
            _values.Add(number.Value);
            if (number.Currency is { } currency)
                Note(currency);
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

    public override TypedCells Finish(string name) =>
        new(new NumberColumn(name, _values.ToArray()), _currencies.Count == 0 ? "number" : $"number ({string.Join(", ", _currencies)})", Guesses(name))
        { Currencies = [.. _currencies] };

    private void Note(string currency)
    {
        _marked++;
        _currencies.Add(currency);
    }

    private IReadOnlyList<string> Guesses(string name) => _currencies.Count switch
    {
        0 => [],
        1 when _marked < Count - Missing => [FormattableString.Invariant($"{name}: {_marked:N0} of {Count - Missing:N0} amounts name {_currencies.Min}; ")
            + "the others are taken for the same currency."],
        1 => [],
        _ => [$"{name}: amounts are in {string.Join(" and ", _currencies)}. They cannot be added up without a rate."],
    };
}
