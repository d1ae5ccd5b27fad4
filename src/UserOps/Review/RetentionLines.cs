using System.Globalization;
using UserOps.Activity;
using UserOps.Display;
using UserOps.Retention;

namespace UserOps.Review;

internal static class RetentionLines
{
    private const string TooShort = "the data do not hold a whole window of this length";

    public static IEnumerable<AarrrFigure> Of(Section<RetentionResult> byDay, Section<ActiveUsersResult> active, Section<LifecycleResult> flows) =>
        [.. Returns(byDay), .. active.Answer is { } users ? Activity(users) : [], .. flows.Answer is { } found ? (AarrrFigure[])[QuickRatio(found)] : []];

    private static IEnumerable<AarrrFigure> Returns(Section<RetentionResult> byDay) => byDay.Answer is { } found
        ? ((int[])[1, 7, 30]).Select(day => Returned(found.At(day), () => found.Curve.Metrics.FirstOrDefault(metric => metric.Name == NameOf(day))?.Evidence?.Invoke()))
        : [AarrrFigure.Blank(AarrrStage.Retention, byDay.Missing)];

    private static string NameOf(int day) => "retention.d" + day.ToString(CultureInfo.InvariantCulture);

    private static AarrrFigure Returned(RetentionPoint point, Func<MetricEvidence?> evidence)
    {
        string day = point.Range.From.ToString(CultureInfo.InvariantCulture);
        var figure = new Figure(
            $"D{day} retention", point.Rate, Format.Percent(), $"new users active on exactly calendar day {day} after the first ÷ new users for whom it has elapsed")
        {
            Interval = point.Interval,
            N = point.Users,
            Evidence = evidence,
        };
        return new(AarrrStage.Retention, figure, NameOf(point.Range.From), "fraction") { Missing = $"day {day} has not elapsed for any cohort of new users" };
    }

    private static IEnumerable<AarrrFigure> Activity(ActiveUsersResult active)
    {
        var month = active.LatestMonth;
        string window = $"the 30 days to {Format.Date.Write(month?.Day)}";
        yield return Line(new("Daily active users (DAU)", active.MeanDaily, Format.Number(1), "users active on a day, mean over the period") { N = active.Users, Evidence = () => active.Evidence?.Daily() }, "activity.dau", "users");
        yield return Line(new("Monthly active users (MAU)", month?.Monthly, Format.Count, $"users active in {window}") { N = month?.Monthly, Evidence = () => active.Evidence?.Monthly() }, "activity.mau", "users");
        yield return Line(new("Stickiness", month?.Stickiness, Format.Percent(), $"mean DAU of {window} ÷ MAU") { N = month?.Monthly, Evidence = () => active.Evidence?.Stickiness() }, "activity.stickiness", "fraction");
    }

    private static AarrrFigure QuickRatio(LifecycleResult flows) => Line(
        new("Quick ratio by week", flows.QuickRatio, Format.Number(), "(new + resurrected) ÷ dormant users, summed over the whole weeks of the period")
        {
            N = flows.QuickRatio is null ? null : flows.Steps.Sum(step => (long?)step.Dormant),
            Evidence = flows.Evidence,
        }, "lifecycle.quick_ratio", "ratio");

    private static AarrrFigure Line(Figure figure, string name, string unit) => new(AarrrStage.Retention, figure, name, unit) { Missing = TooShort };
}
