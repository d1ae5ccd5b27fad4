namespace UserOps.Data.Typing;

/// <summary>Yes or no.</summary>
internal sealed class FlagCells(ColumnLog log, long expected) : Cells
{
    private readonly Buffer<sbyte> _flags = new(expected);

    public override int Count => _flags.Count;

    public override void Add(ReadOnlySpan<char> value)
    {
        if (FlagWords.TryParse(value, out sbyte flag))
        {
            _flags.Add(flag);
            return;
        }
        AddMissing();
        log.Add(MissingWords.InValues(value) ? $"'{value}' read as missing" : "neither yes nor no: missing", value);
    }

    public override void AddMissing()
    {
        Missing++;
        _flags.Add(-1);
    }

    public override TypedCells Finish(string name) => new(new FlagColumn(name, _flags.ToArray()), "yes/no", []);
}
