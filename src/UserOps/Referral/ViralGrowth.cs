using UserOps.Display;
using UserOps.Statistics;
using UserOps.Time;

namespace UserOps.Referral;

/// <summary>How many users a new user brings, and how soon, over those who were watched for the full time.</summary>
/// <remarks>
/// Other than in the figures of the period, every invitation that counts has had time to be accepted. All three ratios are over users, who are
/// independent of each other while the invitations of one user are not (linearised variance); no bound lies below 0.
/// </remarks>
public sealed record ViralGrowth : AnalysisResult
{
    internal ViralGrowth() { }

    /// <summary>What was asked.</summary>
    public required ReferralDefinition Definition { get; init; }

    /// <summary>The days in which the users are new.</summary>
    public required Period Period { get; init; }

    /// <summary>The calendar of the days.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>How many days a new user must have been watched to count.</summary>
    public required int WatchedDays { get; init; }

    /// <summary>Users who count.</summary>
    public required long Users { get; init; }

    /// <summary>New users who have not been watched for that long.</summary>
    public required long Immature { get; init; }

    /// <summary>Whether the export records invitations; without them K is counted from referrers alone.</summary>
    public required bool HasInvitations { get; init; }

    /// <summary>Invitations by a user; blank where the export has none.</summary>
    public required Figure InvitationsPerUser { get; init; }

    /// <summary>Sign-ups by an invitation; blank where the export has none. An invitation may bring several users.</summary>
    public required Figure Conversion { get; init; }

    /// <summary>Users brought by a new user: invitations per user × conversion.</summary>
    public required Figure K { get; init; }

    /// <summary>The median days from the inviter's sign-up to the invitee's, over the sign-ups that count for K.</summary>
    public required Figure CycleDays { get; init; }

    /// <summary>The median days from the invitation to the sign-up; blank where the export has no invitations.</summary>
    public required Figure AcceptDays { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => Figure.Table(
        "What a new user brings", [InvitationsPerUser, Conversion, K, CycleDays, AcceptDays],
        Caption.Of(
            Users, $"new users watched for {WatchedDays} days", Period, Calendar, Counted,
            FormattableString.Invariant($"{Definition.Level * 100:0.#} % intervals: linearised normal over users for ratios, order statistics for medians")));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. HasInvitations ? (string[])[] : ["K is counted from referrers alone: the export has no invitation events."],
        .. Immature > 0 ? (string[])[$"{Caption.Count(Immature)} new users are left out: {WatchedDays} days have not elapsed for them."] : [],
        .. Users == 0 ? (string[])[$"K is blank: no new user was watched for {WatchedDays} days. Choose an earlier period or fewer days."] : [],
        .. CycleDays.Value is null ? (string[])[] : [$"Times are those of invitees who came within these {WatchedDays} days; later ones would lengthen them."],
    ];

    internal static ViralGrowth Of(ReferralDefinition definition, Period period, Calendar calendar, ReferralCounts counts, InviterCounts inviters) => new()
    {
        Definition = definition,
        Period = period,
        Calendar = calendar,
        WatchedDays = inviters.WatchedDays,
        Users = inviters.Users,
        Immature = counts.NewUsers - inviters.Users,
        HasInvitations = counts.Invitations is not null,
        InvitationsPerUser = Ratio("Invitations per new user", counts.Invitations is null ? default : inviters.Sent, definition.Level, Format.Number(3), "invitations ÷ users"),
        Conversion = Ratio("Conversion of an invitation", inviters.JoinedPerSent, definition.Level, Format.Percent(), "sign-ups ÷ invitations; n: invitations", (long)inviters.JoinedPerSent.Y),
        K = Ratio("K per new user", inviters.Joined, definition.Level, Format.Number(3), "invitations per new user × conversion = sign-ups ÷ users"),
        CycleDays = Median("Viral cycle time (days)", inviters.CycleDays, definition.Level, "median from the inviter's sign-up to the invitee's"),
        AcceptDays = Median("From invitation to sign-up (days)", inviters.AcceptDays, definition.Level, "median from the referrer's latest invitation"),
    };

    private string Counted => HasInvitations
        ? $"invitations within {Definition.InvitingDays} days of being first seen; a sign-up counts for its referrer's latest invitation, if that is at most {Definition.AcceptingDays} days old"
        : $"invitees who came within {Definition.InvitingDays} days of their referrer's being first seen";

    private static Figure Ratio(string name, RatioSums sums, double level, Format format, string definition, long? n = null) => new(name, sums.Ratio, format, definition)
    {
        Interval = sums.IntervalFromZero(level),
        N = sums.Ratio is null ? null : n ?? sums.Count,
    };

    private static Figure Median(string name, double[] days, double level, string definition)
    {
        var median = SampleMedian.Of(days, level);
        return new(name, median?.Median, Format.Number(1), definition) { Interval = median?.Interval, N = median is null ? null : days.Length };
    }
}
