using System.Globalization;
using UserOps.Time;

namespace UserOps.Retention;

/// <summary>Periods after the start, both ends included; the period of the start is 0.</summary>
/// <param name="From">The first period, 1 or more.</param>
/// <param name="To">The last period.</param>
public readonly record struct PeriodRange(int From, int To);

/// <summary>When a user counts as retained.</summary>
public abstract record RetentionKind
{
    private RetentionKind() { }

    /// <summary>Active in exactly period n. Without periods: days 1–7, 14, 21 and 30; weeks or months 1–12.</summary>
    /// <param name="Periods">The periods n, ascending, each 1 or more.</param>
    public sealed record NDay(params IReadOnlyList<int> Periods) : RetentionKind;

    /// <summary>Active in period n or any later one (also called rolling). Later periods count as far as the data reach.</summary>
    /// <param name="Periods">The periods n, ascending, each 1 or more.</param>
    public sealed record Unbounded(params IReadOnlyList<int> Periods) : RetentionKind;

    /// <summary>Active at least once in a range of periods, such as days 8–14.</summary>
    /// <param name="Ranges">Ranges in order, without overlap.</param>
    public sealed record Bracket(params IReadOnlyList<PeriodRange> Ranges) : RetentionKind;

    /// <summary>The ranges asked for.</summary>
    internal PeriodRange[] Asked(Grain grain)
    {
        PeriodRange[] ranges = this switch
        {
            Bracket { Ranges.Count: > 0 } bracket => [.. bracket.Ranges],
            NDay { Periods.Count: > 0 } exact => [.. exact.Periods.Select(n => new PeriodRange(n, n))],
            Unbounded { Periods.Count: > 0 } open => [.. open.Periods.Select(n => new PeriodRange(n, n))],
            Bracket => grain == Grain.Day ? [new(1, 1), new(2, 3), new(4, 7), new(8, 14), new(15, 30)] : [new(1, 1), new(2, 4), new(5, 8), new(9, 12)],
            _ => [.. (grain == Grain.Day ? (int[])[1, 2, 3, 4, 5, 6, 7, 14, 21, 30] : [.. Enumerable.Range(1, 12)]).Select(n => new PeriodRange(n, n))],
        };
        return Checked(ranges);
    }

    /// <summary>A range as a column heading: <c>D7</c>, <c>W2+</c>, <c>D8–14</c>.</summary>
    internal string Label(PeriodRange range, Grain grain)
    {
        string label = string.Create(CultureInfo.InvariantCulture, $"{grain.ToString()[0]}{range.From}");
        return this is Unbounded ? label + "+" : range.To > range.From ? string.Create(CultureInfo.InvariantCulture, $"{label}–{range.To}") : label;
    }

    /// <summary>The rule in words, for captions.</summary>
    internal string Describe(Grain grain) => this switch
    {
        NDay => $"N-day: active in exactly that {Word(grain)} after the start",
        Unbounded => $"unbounded: active in that {Word(grain)} after the start or any later one",
        _ => $"bracket: active at least once in those {Word(grain)}s after the start",
    };

    private static string Word(Grain grain) => grain.ToString().ToLowerInvariant();

    private static PeriodRange[] Checked(PeriodRange[] ranges)
    {
        int last = 0;
        foreach (var range in ranges)
        {
            if (range.From <= last || range.To < range.From)
                throw new UserOpsException($"Retention periods must be ascending, without overlap, and 1 or more; found {range.From} to {range.To} after {last}.");
            last = range.To;
        }
        return ranges;
    }
}
