using UserOps.Activity;
using UserOps.Data;
using UserOps.Time;

namespace UserOps.Retention;

/// <summary>The moment and step at which a user enters a cohort.</summary>
/// <param name="Step">The number of the day, week or month.</param>
/// <param name="Ticks">The moment in UTC ticks.</param>
/// <param name="Row">The row of the event, −1 without one.</param>
internal readonly record struct CohortEntry(int Step, long Ticks, int Row);

/// <summary>Finds the periods in which users came back.</summary>
internal abstract class Returns(RetentionCells cells)
{
    protected RetentionCells Cells { get; } = cells;

    /// <summary>Goes to a user.</summary>
    public abstract void MoveTo(int user);

    /// <summary>Adds the user's returns after an entry to the counts by cell.</summary>
    public abstract void Count(CohortEntry entry, Span<int> retained);

    /// <summary>The day numbers [from, to) in which the returns of a whole cohort in a range of periods can fall.</summary>
    public abstract (int From, int To) DaysOf(int cohortStep, PeriodRange range);
}

/// <summary>Returns by calendar day, week or month.</summary>
internal sealed class CalendarReturns(EventStore events, Calendar calendar, Grain grain, Period data, RetentionCells cells) : Returns(cells)
{
    private readonly ActiveSteps _steps = new(events, calendar, grain, data);

    public override void MoveTo(int user) => _steps.Of(user);

    public override void Count(CohortEntry entry, Span<int> retained)
    {
        var steps = _steps.Steps;
        if (Cells.IsUnbounded)
        {
            Cells.AddUpTo(steps.IsEmpty ? 0 : steps[^1] - entry.Step, retained);
            return;
        }
        int next = steps.BinarySearch(entry.Step + 1);
        Cells.AddAll(steps[(next < 0 ? ~next : next)..], entry.Step, retained);
    }

    public override (int From, int To) DaysOf(int cohortStep, PeriodRange range) =>
        (calendar.FirstDayOf(cohortStep + range.From, grain), calendar.FirstDayOf(cohortStep + range.To + 1, grain));
}

/// <summary>Returns by spans of 24 hours (7 × 24 for weeks) from the full hour of the start.</summary>
/// <remarks>Amplitude's rule: a user who starts at 17:59 and comes back at 17:00 the next day has come back on day 1.</remarks>
internal sealed class HourReturns(EventStore events, Calendar calendar, Grain grain, RetentionCells cells) : Returns(cells)
{
    private readonly int _days = grain == Grain.Week ? 7 : 1;
    private int _user;

    public override void MoveTo(int user) => _user = user;

    public override void Count(CohortEntry entry, Span<int> retained)
    {
        long anchor = calendar.HourStart(entry.Ticks), length = _days * TimeSpan.TicksPerDay;
        if (Cells.IsUnbounded)
        {
            long last = events[_user].LastTicks;
            Cells.AddUpTo(last <= anchor ? 0 : (int)((last - anchor) / length), retained);
            return;
        }
        int counted = -1;
        foreach (var e in events[_user])
        {
            long n = (e.Ticks - anchor) / length;
            if (n > Cells.Last)
                break;
            if (n > 0)
                Cells.Add((int)n, ref counted, retained);
        }
    }

    // The last user of a cohort starts shortly before its step ends: the range is over for all only so long after that.
    public override (int From, int To) DaysOf(int cohortStep, PeriodRange range) =>
        (calendar.FirstDayOf(cohortStep, grain) + range.From * _days, calendar.FirstDayOf(cohortStep + 1, grain) + (range.To + 1) * _days);
}
