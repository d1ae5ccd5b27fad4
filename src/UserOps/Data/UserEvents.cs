using System.Numerics;

namespace UserOps.Data;

/// <summary>One event: its name's code, its moment in UTC ticks, and its row in the store's columns.</summary>
/// <param name="Code">The index of its name in <see cref="EventStore.EventNames"/>.</param>
/// <param name="Ticks">UTC ticks.</param>
/// <param name="Row">The row in property columns.</param>
public readonly record struct Event(int Code, long Ticks, int Row);

/// <summary>The events of one user in time order; enumerate it with <c>foreach</c>.</summary>
public readonly ref struct UserEvents
{
    private readonly ReadOnlySpan<int> _codes;
    private readonly ReadOnlySpan<long> _ticks;
    private readonly ReadOnlySpan<ulong> _mask;
    private readonly int _start;
    private readonly int _end;

    internal UserEvents(int[] codes, long[] ticks, int start, int end, ulong[]? mask)
    {
        _codes = codes;
        _ticks = ticks;
        _start = start;
        _end = end;
        _mask = mask;
    }

    /// <summary>Whether the user has no event in this view.</summary>
    public bool IsEmpty => !GetEnumerator().MoveNext();

    /// <summary>The moment of the first event in UTC ticks; <see cref="TimeColumn.Missing"/> when there is none.</summary>
    public long FirstTicks => GetEnumerator() is var walk && walk.MoveNext() ? walk.Current.Ticks : TimeColumn.Missing;

    /// <summary>The moment of the last event in UTC ticks; <see cref="TimeColumn.Missing"/> when there is none.</summary>
    public long LastTicks => LastUpTo(_end - 1);

    /// <summary>The moment of the last event at or before this moment in UTC ticks; <see cref="TimeColumn.Missing"/> when there is none.</summary>
    public long LastBefore(long moment)
    {
        int low = _start, high = _end;
        while (low < high)
        {
            int middle = low + (high - low) / 2;
            (low, high) = _ticks[middle] <= moment ? (middle + 1, high) : (low, middle);
        }
        return LastUpTo(low - 1);
    }

    private long LastUpTo(int row)
    {
        while (row >= _start && !_mask.IsEmpty && (_mask[row >> 6] >> row & 1) == 0)
            row--;
        return row >= _start ? _ticks[row] : TimeColumn.Missing;
    }

    /// <summary>How many events the user has in this view.</summary>
    public int Count()
    {
        if (_mask.IsEmpty)
            return _end - _start;
        int count = 0;
        for (int row = _start; row < _end;)
        {
            int bit = row & 63, width = Math.Min(64 - bit, _end - row);
            ulong window = width == 64 ? ulong.MaxValue : ((1UL << width) - 1) << bit;
            count += BitOperations.PopCount(_mask[row >> 6] & window);
            row += width;
        }
        return count;
    }

    /// <summary>Walks over the events in time order.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Walks over the events of one user.</summary>
    public ref struct Enumerator
    {
        private readonly UserEvents _events;
        private int _row;

        internal Enumerator(UserEvents events)
        {
            _events = events;
            _row = events._start - 1;
        }

        /// <summary>The event reached.</summary>
        public readonly Event Current => new(_events._codes[_row], _events._ticks[_row], _row);

        /// <summary>Goes to the next event; false at the end.</summary>
        public bool MoveNext()
        {
            do
                _row++;
            while (_row < _events._end && !_events._mask.IsEmpty && (_events._mask[_row >> 6] >> _row & 1) == 0);
            return _row < _events._end;
        }
    }
}
