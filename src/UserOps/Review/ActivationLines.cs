using UserOps.Activation;
using UserOps.Display;

namespace UserOps.Review;

internal static class ActivationLines
{
    public static IEnumerable<AarrrFigure> Of(Section<ActivationResult> section)
    {
        if (section.Answer is not { } found)
            return [AarrrFigure.Blank(AarrrStage.Activation, section.Missing)];
        var (total, days) = (found.Total, found.Definition.WithinDays);
        string reached = $"reached the goal ({found.Goal.Describe()}) within {days} × 24 h of being first seen";
        var rate = new Figure("Activation rate", total.Rate, Format.Percent(), $"new users who {reached} ÷ new users watched that long")
        {
            Interval = total.Interval,
            N = total.Counted,
            Evidence = found.Evidence,
        };
        var time = new Figure("Median time to activate", total.MedianTime?.TotalSeconds, Format.Duration, $"median of those who {reached}")
        {
            N = total.Activated,
        };
        return
        [
            new(AarrrStage.Activation, rate, "activation.rate", "fraction") { Missing = $"no new user has been watched for {days} days" },
            new(AarrrStage.Activation, time, "activation.median_time", "seconds") { Better = Direction.Down, Missing = "no new user was activated" },
        ];
    }
}
