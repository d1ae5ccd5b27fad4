using UserOps.Activation;
using UserOps.Data;
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
        var sections = new ReviewSections(data, days, goal);
        return new()
        {
            Period = days,
            Calendar = data.Calendar,
            Users = data.Users.Count,
            Figures = sections.Figures,
            Details = sections.Details,
        };
    }
}
