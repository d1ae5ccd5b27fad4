using UserOps.Data;
using UserOps.Retention;
using UserOps.Time;

namespace UserOps.Tests.Retention;

/// <summary>Retention as the definition reads, with sets and loops over everything: slow, and short enough to be checked by eye.</summary>
internal static class NaiveRetention
{
    public static string Of(EventRow[] rows, RetentionDefinition definition, Calendar calendar)
    {
        int days = definition.Grain == Grain.Week ? 7 : 1;
        int Step(DateTime at) => calendar.StepOf(calendar.DayOf(at.Ticks), definition.Grain);
        var visits = rows.Where(row => definition.StartEvents.Count == 0 || definition.Cohorts == CohortKind.FirstSeen || definition.StartEvents.Contains(row.Event));
        var entries = visits.GroupBy(row => row.UserId).SelectMany(user => definition.Cohorts == CohortKind.Recurring
            ? user.GroupBy(row => Step(row.At)).Select(step => (User: user.Key, At: step.Min(row => row.At)))
            : [(User: user.Key, At: user.Min(row => row.At))]).ToLookup(entry => Step(entry.At));
        var lines = Enumerable.Range(Step(rows.Min(row => row.At)), Step(rows.Max(row => row.At)) - Step(rows.Min(row => row.At)) + 1)
            .Select(cohort => $"{entries[cohort].Count()}: {string.Join(' ', Ranges(definition.Kind).Select(range => Cell(cohort, range)))}");
        return string.Join('\n', lines);

        string Cell(int cohort, PeriodRange range) =>
            End(cohort, range) > calendar.DayOf(rows.Max(row => row.At).Ticks) + 1 ? "" : $"{entries[cohort].Count(entry => IsBack(entry.User, entry.At, range))}";

        bool IsBack(string user, DateTime start, PeriodRange range) => rows
            .Where(row => row.UserId == user && (definition.ReturnEvents.Count == 0 || definition.ReturnEvents.Contains(row.Event)))
            .Any(row => Distance(start, row.At) is var n && n >= range.From && (n <= range.To || definition.Kind is RetentionKind.Unbounded));

        int Distance(DateTime start, DateTime back) => definition.Boundary == DayBoundary.Calendar
            ? Step(back) - Step(start)
            : (int)Math.Floor((back - start.AddMinutes(-start.Minute)).TotalDays / days);

        int End(int cohort, PeriodRange range) => definition.Boundary == DayBoundary.Calendar
            ? calendar.FirstDayOf(cohort + range.To + 1, definition.Grain)
            : calendar.FirstDayOf(cohort + 1, definition.Grain) + (range.To + 1) * days;
    }

    private static PeriodRange[] Ranges(RetentionKind kind) => kind switch
    {
        RetentionKind.NDay exact => [.. exact.Periods.Select(n => new PeriodRange(n, n))],
        RetentionKind.Unbounded open => [.. open.Periods.Select(n => new PeriodRange(n, n))],
        RetentionKind.Bracket bracket => [.. bracket.Ranges],
        _ => throw new InvalidOperationException(kind.ToString()),
    };
}
