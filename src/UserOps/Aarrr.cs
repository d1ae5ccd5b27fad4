using UserOps.Acquisition;
using UserOps.Activation;
using UserOps.Activity;
using UserOps.Data;
using UserOps.Display;
using UserOps.Retention;
using UserOps.Revenue;
using UserOps.Review;
using UserOps.Time;

namespace UserOps;

/// <summary>The growth of a product in five stages: acquisition, activation, retention, revenue, referral.</summary>
/// <remarks>Dave McClure (2007), "Startup metrics for pirates".</remarks>
public static class Aarrr
{
    /// <summary>Reviews the five stages with n, interval and definition of each number. What the export lacks is a named blank, never a failure.</summary>
    /// <param name="data">The export: events, orders or both; users, campaigns where there are.</param>
    /// <param name="period">The days under review; all days of the data when absent. Users new in them are watched up to the end of the data.</param>
    /// <param name="goal">What activates a new user; see <see cref="ActivationDefinition.Goal"/> for what holds when absent.</param>
    /// <exception cref="UserOpsException">The export has neither events nor orders, or the goal names an unknown event.</exception>
    public static AarrrReview Review(Dataset data, Period? period = null, ActivationGoal? goal = null)
    {
        var days = period ?? data.Period;
        var acquisition = Section.Of("Acquisition", () => data.Acquisition(new() { Period = days, Goal = goal }));
        var activation = Section.Of("Activation", () => data.Activation(new() { Period = days, Goal = goal }));
        var retention = Section.Of("Retention", () => data.Retention(new() { Period = days }));
        var byDay = Section.Of("Retention by day", () => data.Retention(new() { Period = days, Grain = Grain.Day, Kind = new RetentionKind.NDay(1, 3, 7, 14, 30) }));
        var active = Section.Of("Active users", () => data.ActiveUsers(new() { Period = days }));
        var flows = Section.Of("Lifecycle", () => data.Lifecycle(new() { Period = days }));
        var revenue = Section.Of("Revenue", () => data.Revenue(new() { Period = days }));
        AnalysisResult?[] details = [acquisition.Answer, activation.Answer, retention.Answer, byDay.Answer?.Curve, active.Answer, flows.Answer, revenue.Answer];
        return new()
        {
            Period = days,
            Calendar = data.Calendar,
            Users = data.Users.Count,
            Figures = [.. AcquisitionLines.Of(acquisition), .. ActivationLines.Of(activation), .. RetentionLines.Of(byDay, active, flows), .. RevenueLines.Of(revenue)],
            Details = [.. details.OfType<AnalysisResult>()],
        };
    }
}
