using UserOps.Acquisition;
using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Time;

namespace UserOps.Referral;

/// <summary>The share of new users whom somebody referred, over time.</summary>
public sealed record ReferredByStep : AnalysisResult
{
    internal ReferredByStep() { }

    /// <summary>The days in which users are new.</summary>
    public required Period Period { get; init; }

    /// <summary>The calendar of the days.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>How long a step is.</summary>
    public required Grain Grain { get; init; }

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public required double Level { get; init; }

    /// <summary>The first day of each step.</summary>
    public required IReadOnlyList<DateOnly> Steps { get; init; }

    /// <summary>New users and the referred among them, by step.</summary>
    public required IReadOnlyList<Share> Referred { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"New users by {Step}: referred and other",
        [
            new(Grain.ToString(), Format.Date), new("New users", Format.Count), new("Referred", Format.Count), new("Other", Format.Count),
            new("Share referred", Format.Percent()), new("Lower", Format.Percent()), new("Upper", Format.Percent()),
        ],
        Steps.Zip(Referred, (start, share) => new object?[]
        {
            start, share.Users, share.Hits, share.Users - share.Hits, share.Rate, share.Interval?.Lower, share.Interval?.Upper,
        }),
        Caption.Of(
            Referred.Sum(share => share.Users), "new users", Period, Calendar, "referred: a known user invited them",
            Levels, $"the first and last {Step} may be cut by the period"));

    /// <inheritdoc/>
    public override Chart ToChart() => new LineChart(
        "Share of new users who were referred",
        [.. Steps.Select(start => (object)start)],
        new($"First day of the {Step}", Format.Date),
        new("Share of new users", Format.Percent(0)),
        [
            new("Referred", [.. Referred.Select(share => share.Rate ?? double.NaN)])
            {
                Lower = [.. Referred.Select(share => share.Interval?.Lower ?? double.NaN)],
                Upper = [.. Referred.Select(share => share.Interval?.Upper ?? double.NaN)],
            },
        ])
    { Subtitle = $"n = {Caption.Count(Referred.Sum(share => share.Users))} new users · {Period} · {Levels}" };

    /// <summary>The counts as stacked bars, for the page that the share belongs to.</summary>
    internal BarChart Stacked() => new(
        $"New users by {Step}: referred and other",
        [.. Steps.Select(start => Format.Date.Write(start))],
        new($"First day of the {Step}", Format.Text),
        new("New users", Format.Count),
        [
            new("Referred", [.. Referred.Select(share => (double)share.Hits)]),
            new("Other", [.. Referred.Select(share => (double)(share.Users - share.Hits))]),
        ])
    { Stacked = true, Subtitle = $"n = {Caption.Count(Referred.Sum(share => share.Users))} new users · {Period}" };

    internal static ReferredByStep Of(ReferralDefinition definition, Period period, Calendar calendar, ReferralCounts counts)
    {
        int StepOf(int day) => calendar.StepOf(day, definition.Grain);
        int first = StepOf(period.Start.DayNumber), steps = period.Days == 0 ? 0 : StepOf(period.End.DayNumber - 1) - first + 1;
        (int[] users, int[] referred) = (new int[steps], new int[steps]);
        foreach (var span in counts.Spans)
        {
            int step = StepOf(span.Day) - first;
            users[step]++;
            referred[step] += counts.Tree.InviterOf(span.User) >= 0 ? 1 : 0;
        }
        return new()
        {
            Period = period,
            Calendar = calendar,
            Grain = definition.Grain,
            Level = definition.Level,
            Steps = [.. Enumerable.Range(first, steps).Select(step => DateOnly.FromDayNumber(calendar.FirstDayOf(step, definition.Grain)))],
            Referred = [.. users.Zip(referred, (n, hits) => Share.Of(n, hits, definition.Level))],
        };
    }

    private string Levels => Caption.Level(Level);

    private string Step => Grain.ToString().ToLowerInvariant();
}
