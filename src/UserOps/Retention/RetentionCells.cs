namespace UserOps.Retention;

/// <summary>Sorts the periods in which a user came back into the ranges asked for.</summary>
internal sealed class RetentionCells
{
    private readonly PeriodRange[] _ranges;
    private readonly int[] _cellOf;

    public RetentionCells(PeriodRange[] ranges, bool unbounded)
    {
        (_ranges, IsUnbounded) = (ranges, unbounded);
        _cellOf = [.. Enumerable.Range(0, ranges[^1].To + 1).Select(n => Array.FindIndex(ranges, range => n >= range.From && n <= range.To))];
    }

    /// <summary>Whether a return counts for all earlier periods too.</summary>
    public bool IsUnbounded { get; }

    /// <summary>How many ranges there are.</summary>
    public int Count => _ranges.Length;

    /// <summary>The last period that matters.</summary>
    public int Last => _cellOf.Length - 1;

    /// <summary>Counts a return in period <paramref name="n"/>; returns must come in ascending order.</summary>
    /// <param name="n">The period after the start, 1 to <see cref="Last"/>.</param>
    /// <param name="counted">The cell that the user was counted in last, −1 at first.</param>
    /// <param name="retained">Retained users by cell.</param>
    public void Add(int n, ref int counted, Span<int> retained)
    {
        int cell = _cellOf[n];
        if (cell >= 0 && cell != counted)
            retained[counted = cell]++;
    }

    /// <summary>Counts returns in ascending steps, all after the step of the start.</summary>
    public void AddAll(ReadOnlySpan<int> steps, int start, Span<int> retained)
    {
        int[] cellOf = _cellOf;
        int counted = -1;
        foreach (int step in steps)
        {
            int n = step - start;
            if ((uint)n >= (uint)cellOf.Length)
                return;
            int cell = cellOf[n];
            if (cell != counted && cell >= 0)
                retained[counted = cell]++;
        }
    }

    /// <summary>Counts a user whose last return came in period <paramref name="n"/>.</summary>
    public void AddUpTo(int n, Span<int> retained)
    {
        for (int cell = 0; cell < _ranges.Length && _ranges[cell].From <= n; cell++)
            retained[cell]++;
    }
}
