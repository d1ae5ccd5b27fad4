using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Statistics;

namespace UserOps.Survival;

/// <summary>Draws survival curves with their bands and the numbers at risk.</summary>
internal static class SurvivalChart
{
    private const int MostSteps = 200, MostGroups = 8, Counts = 6;

    public static LineChart Of(SurvivalCurves curves)
    {
        SurvivalCurve[] shown = [.. curves.Groups.Take(MostGroups)];
        double last = shown.Max(group => group.Fit.LastTime);
        double[] times = Times(shown, last), at = [.. Enumerable.Range(0, Counts).Select(i => Round(last * i / Counts))];
        return new LineChart(
            $"Share of users without {curves.Data.EventName} over time" + (curves.Definition.By is { } by ? $", by {by}" : ""),
            [.. times.Select(time => (object)time)],
            new(curves.Data.InUnit("Time since the start"), Format.Plain),
            new("Share without the event", Format.Percent(0)),
            [.. shown.Select(group => Line(group, times))])
        {
            Stepped = true,
            Subtitle = curves.Describe(),
            Below = new("At risk", [.. at.Distinct()], [.. shown.Select(group => (IReadOnlyList<int>)[.. at.Distinct().Select(group.Fit.AtRisk)])]),
        };
    }

    private static double[] Times(SurvivalCurve[] groups, double last)
    {
        double[] all = [.. groups.SelectMany(group => group.Fit.Points.Select(point => point.Time).Append(group.Fit.LastTime)).Prepend(0).Distinct().Order()];
        return all.Length <= MostSteps ? all : [.. Enumerable.Range(0, MostSteps + 1).Select(i => last * i / MostSteps)];
    }

    private static Series Line(SurvivalCurve group, double[] times) => new(group.Name, Along(group.Fit, times, point => point?.Survival ?? 1))
    {
        Lower = Along(group.Fit, times, point => point is { } known ? known.Lower : 1),
        Upper = Along(group.Fit, times, point => point is { } known ? known.Upper : 1),
    };

    private static double[] Along(KaplanMeier fit, double[] times, Func<SurvivalPoint?, double> value) =>
        [.. times.Select(time => time > fit.LastTime ? double.NaN : value(fit.PointAt(time)))];

    /// <summary>A time with about two digits, at which a count is easy to name.</summary>
    private static double Round(double time)
    {
        if (time <= 0)
            return 0;
        double unit = Math.Pow(10, Math.Floor(Math.Log10(time)) - 1);
        return Math.Floor(time / unit) * unit;
    }
}
