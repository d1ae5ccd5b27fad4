namespace UserOps.Experiments.Collecting;

/// <summary>Joins the rows of a table to units; a unit with rows in two arms is left out.</summary>
internal sealed class UnitJoin
{
    private const int None = -1;

    private readonly int[] _armOf;
    private readonly long[]? _at;
    private readonly int[] _row, _arm;
    private readonly List<int>[]? _rows;
    private int _repeats, _blank;

    private UnitJoin(int[] armOf, int units, long[]? at, bool clustered)
    {
        (_armOf, _at, _row, _arm) = (armOf, at, new int[units], new int[units]);
        Array.Fill(_row, None);
        _rows = clustered ? new List<int>[units] : null;
    }

    /// <summary>Joins rows to units.</summary>
    /// <param name="arms">The arms, and the arm of each row, −1 to leave it out.</param>
    /// <param name="unitOf">The unit of each row, −1 to leave it out; a unit each row when null.</param>
    /// <param name="units">How many units there may be.</param>
    /// <param name="at">When each row was exposed: the earliest row of a unit counts; the first in file order when null.</param>
    /// <param name="clustered">Whether all rows of a unit are kept.</param>
    public static Assignment Join(Arms arms, int[]? unitOf, int units, long[]? at, bool clustered)
    {
        var join = new UnitJoin(arms.Of, units, at, clustered);
        for (int row = 0; row < arms.Of.Length; row++)
            join.Add(row, unitOf is null ? row : unitOf[row]);
        return join.Result(arms.Names);
    }

    private void Add(int row, int unit)
    {
        int arm = _armOf[row];
        if (unit < 0 || arm < 0)
        {
            _blank++;
            return;
        }
        if (_rows is not null)
            (_rows[unit] ??= []).Add(row);
        if (_row[unit] == None)
            (_row[unit], _arm[unit]) = (row, arm);
        else if (_arm[unit] != arm)
            _arm[unit] = None;
        else
            Repeat(row, unit);
    }

    private void Repeat(int row, int unit)
    {
        _repeats++;
        if (_at is not null && _at[row] < _at[_row[unit]])
            _row[unit] = row;
    }

    private Assignment Result(string[] arms)
    {
        int[] kept = Kept(), armOf = Array.ConvertAll(kept, unit => _arm[unit]), rowOf = Array.ConvertAll(kept, unit => _row[unit]);
        long[] counts = new long[arms.Length];
        int inTwo = 0;
        foreach (int arm in armOf)
            if (arm >= 0)
                counts[arm]++;
            else
                inTwo++;
        return new()
        {
            Arms = arms,
            Arm = armOf,
            Row = rowOf,
            User = kept,
            At = _at is null ? null : Array.ConvertAll(rowOf, row => _at[row]),
            Rows = _rows is null ? null : Array.ConvertAll(kept, unit => _rows[unit].ToArray()),
            InTwoArms = inTwo,
            Repeats = _repeats,
            Blank = _blank,
            Counts = counts,
        };
    }

    private int[] Kept()
    {
        int[] kept = new int[_row.Length];
        int count = 0;
        for (int unit = 0; unit < _row.Length; unit++)
            if (_row[unit] != None)
                kept[count++] = unit;
        return kept.Length == count ? kept : kept[..count];
    }
}
