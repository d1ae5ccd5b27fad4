using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Referral;

/// <summary>The key figures of referral, each with its interval, n and definition.</summary>
public sealed record ReferralFigures
{
    internal ReferralFigures(ReferralCounts counts, ReferralDefinition definition, string? goal, bool hasReferrers, double? rewardCost, ReferralEvidence evidence)
    {
        double level = definition.Level;
        bool hasInvitations = counts.Invitations is not null;
        double? sent = hasInvitations ? counts.InvitationsPerUser.X : null, invited = hasReferrers ? counts.Invited : null;
        long? active = counts.SignupsPerUser.Y is var users and > 0 ? (long)users : null;
        Invitations = new("Invitations", sent, Format.Count, "invitation events in the period");
        Inviters = new("Inviters", hasInvitations ? counts.Inviters : null, Format.Count, "users who sent one");
        InvitationsPerUser = new("Invitations per active user", hasInvitations ? counts.InvitationsPerUser.Ratio : null, Format.Number(), "invitations ÷ active users")
        {
            Interval = hasInvitations ? counts.InvitationsPerUser.IntervalFromZero(level) : null,
            N = active,
        };
        Invited = new("Invited sign-ups", invited, Format.Count, "new users of the period whom a known user invited");
        Conversion = new("Conversion of invitations", sent > 0 ? invited / sent : null, Format.Percent(), "invited sign-ups ÷ invitations of the period")
        {
            Interval = sent > 0 && invited <= sent ? Wilson.Interval(counts.Invited, (long)sent, level) : null,
            N = (long?)sent,
        };
        K = new("K per active user", hasReferrers ? counts.SignupsPerUser.Ratio : null, Format.Number(3), "invitations per active user × conversion = invited sign-ups ÷ active users")
        {
            Interval = hasReferrers ? counts.SignupsPerUser.IntervalFromZero(level) : null,
            N = active,
            Evidence = evidence.K,
        };
        ShareOfNewUsers = Share("Share of new users", counts.Invited, hasReferrers ? counts.NewUsers : 0, level, "invited sign-ups ÷ new users") with { Evidence = evidence.ShareOfNewUsers };
        Activation = Share(
            $"Invited who activate within {definition.ActivationDays} days", counts.Activated?.Done ?? 0, counts.Activated?.Watched ?? 0, level, $"{goal ?? "the goal"}; of those watched that long") with
        { Evidence = evidence.Activation };
        Buying = Share(
            $"Invited who buy within {definition.BuyDays} days", counts.Bought?.Done ?? 0, counts.Bought?.Watched ?? 0, level, "first order; of those watched that long");
        CycleDays = Median("Viral cycle time (days)", counts.CycleDays, level, "median from the inviter's sign-up to that of the invited");
        AcceptDays = Median("From invitation to sign-up (days)", counts.AcceptDays, level, "median from the inviter's last invitation before it");
        RewardCostPerBuyer = new(
            "Reward cost per referred buyer", counts.BuyersSoFar > 0 ? rewardCost / counts.BuyersSoFar : null, Format.Money(), "rewards of the period ÷ its invited users with an order so far")
        {
            N = hasReferrers ? counts.BuyersSoFar : null,
        };
    }

    /// <summary>Invitation events; blank where the export has none.</summary>
    public Figure Invitations { get; }

    /// <summary>Users who sent one; blank where the export has none.</summary>
    public Figure Inviters { get; }

    /// <summary>Invitations ÷ active users; blank where the export has no invitations.</summary>
    public Figure InvitationsPerUser { get; }

    /// <summary>New users whom a known user invited.</summary>
    public Figure Invited { get; }

    /// <summary>Invited sign-ups ÷ invitations; blank where the export has no invitations.</summary>
    public Figure Conversion { get; }

    /// <summary>Invitations per active user × conversion: the new users whom an active user brings in the period; blank where the export records nothing that users did.</summary>
    public Figure K { get; }

    /// <summary>Invited sign-ups ÷ new users.</summary>
    public Figure ShareOfNewUsers { get; }

    /// <summary>The share of invited users who reach the activation goal in time; blank where the export records nothing that users did.</summary>
    public Figure Activation { get; }

    /// <summary>The share of invited users who buy in time; blank without orders.</summary>
    public Figure Buying { get; }

    /// <summary>The median days from the inviter's sign-up to that of the invited.</summary>
    public Figure CycleDays { get; }

    /// <summary>The median days from the last invitation to the sign-up; blank where the export has no invitations.</summary>
    public Figure AcceptDays { get; }

    /// <summary>What the rewards cost for each invited user who bought; blank where the cost is unknown.</summary>
    public Figure RewardCostPerBuyer { get; }

    /// <summary>All of them in reading order.</summary>
    public IReadOnlyList<Figure> All =>
    [
        Invitations, Inviters, InvitationsPerUser, Invited, Conversion, K, ShareOfNewUsers, Activation, Buying, CycleDays, AcceptDays, RewardCostPerBuyer,
    ];

    private static Figure Share(string name, int part, int whole, double level, string definition) => whole > 0
        ? new(name, (double)part / whole, Format.Percent(), definition) { Interval = Wilson.Interval(part, whole, level), N = whole }
        : new(name, null, Format.Percent(), definition);

    private static Figure Median(string name, double[] days, double level, string definition)
    {
        var median = SampleMedian.Of(days, level);
        return new(name, median?.Median, Format.Number(1), definition) { Interval = median?.Interval, N = median is null ? null : days.Length };
    }
}
