using UserOps.Data;
using UserOps.Experiments.Metrics;

namespace UserOps.Experiments.Collecting;

/// <summary>Reads measures from the columns of a table.</summary>
internal sealed class TableReader : IUnitReader
{
    private readonly double[]?[] _columns;
    private readonly Assignment _assignment;

    public TableReader(TypedTable table, Assignment assignment, IReadOnlyList<Slot> slots)
    {
        _assignment = assignment;
        _columns = [.. slots.Select(slot => slot.Of is Measure.Column column ? table.Numbers(column.Name) : slot.Of is Measure.Rows ? null
            : throw new UserOpsException($"{slot.Of.Describe()} cannot be counted in table '{table.Name}'; name a column of it."))];
        Origins = Array.ConvertAll(_columns, MeanOf);
    }

    public double[] Origins { get; }

    public ulong Read(int unit, Span<double> values)
    {
        for (int slot = 0; slot < _columns.Length; slot++)
            values[slot] = _assignment.Rows is null ? ValueAt(slot, _assignment.Row[unit]) : SumOver(slot, _assignment.Rows[unit]);
        return ulong.MaxValue;
    }

    private double ValueAt(int slot, int row) => _columns[slot] is { } column ? column[row] : 1;

    private double SumOver(int slot, int[] rows)
    {
        double sum = 0;
        foreach (int row in rows)
            sum += ValueAt(slot, row);
        return sum;
    }

    private double MeanOf(double[]? column)
    {
        if (column is null || _assignment.Rows is not null)
            return 0;
        double sum = 0;
        long count = 0;
        foreach (double value in column)
            if (!double.IsNaN(value))
                (sum, count) = (sum + value, count + 1);
        return count == 0 ? 0 : sum / count;
    }
}
