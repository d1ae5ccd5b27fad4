using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Time;

namespace UserOps.Referral;

/// <summary>How users bring users; the parts give what a new user brings, new users by step, the tree by generation and the best inviters.</summary>
public sealed record ReferralResult : AnalysisResult
{
    internal ReferralResult() { }

    /// <summary>What was asked.</summary>
    public required ReferralDefinition Definition { get; init; }

    /// <summary>The days of invitations and sign-ups.</summary>
    public required Period Period { get; init; }

    /// <summary>The calendar of the days.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>The events that counted as invitations; empty where the export has none.</summary>
    public required IReadOnlyList<string> InvitationEvents { get; init; }

    /// <summary>Whether the export says who invited whom.</summary>
    public required bool HasReferrers { get; init; }

    /// <summary>Whether the export records what users did, as events or orders.</summary>
    public required bool HasActivity { get; init; }

    /// <summary>Whether the export has orders.</summary>
    public required bool HasOrders { get; init; }

    /// <summary>The key figures with intervals and definitions.</summary>
    public required ReferralFigures Figures { get; init; }

    /// <summary>New users of the period, invited or not.</summary>
    public required int NewUsers { get; init; }

    /// <summary>What a new user brings, over those watched for long enough; null where the export does not say who invited whom.</summary>
    public required ViralGrowth? Growth { get; init; }

    /// <summary>New users by step, referred and other; null where the export does not say who invited whom.</summary>
    public required ReferredByStep? Steps { get; init; }

    /// <summary>Why the reward cost is unknown; null where it is known.</summary>
    public required string? MissingCost { get; init; }

    /// <summary>Links that lead back to the user and were cut.</summary>
    public required int CutLinks { get; init; }

    /// <summary>Invited users who were seen before their inviter.</summary>
    public required int SeenBeforeInviter { get; init; }

    /// <summary>Users whose referrer is not among the users of the export; they count as not invited.</summary>
    public required int UnknownReferrers { get; init; }

    /// <summary>The generations of the referral tree over all the data, from those whom nobody invited.</summary>
    public required IReadOnlyList<InviteGeneration> Generations { get; init; }

    /// <summary>The sizes of all trees, the largest first, their first inviters included.</summary>
    public required IReadOnlyList<int> TreeSizes { get; init; }

    /// <summary>Who brought most new users in the period.</summary>
    public required IReadOnlyList<TopInviter> Top { get; init; }

    /// <summary>How many generations of invited users there are.</summary>
    public int TreeDepth => Generations.Count == 0 ? 0 : Generations[^1].Number;

    /// <inheritdoc/>
    public override Table ToTable() => Figure.Table(
        "Referral", Figures.All,
        Caption.Of(
            NewUsers, "new users", Period, Calendar,
            InvitationEvents.Count == 0 ? "" : $"invitation: event {string.Join(" or ", InvitationEvents)}",
            FormattableString.Invariant(
                $"{Definition.Level * 100:0.#} % intervals: Wilson for shares, linearised normal for ratios, order statistics for medians")));

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts =>
    [
        .. new AnalysisResult?[] { Growth, Steps }.OfType<AnalysisResult>(),
        .. Generations.Count == 0 ? (AnalysisResult[])[] : [new ReferralTree { Of = this }, new TopInvitersResult { Of = this }],
    ];

    /// <inheritdoc/>
    public override Chart? ToChart() => Steps?.Stacked();

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Note(!HasReferrers, "Invited sign-ups are unknown: the users have no column 'referrer_id', so that everything which needs it is blank."),
        .. Note(
            InvitationEvents.Count == 0,
            "Invitations and their conversion are blank: no event has a usual name for an invitation; name them in InvitationEvents."),
        .. Note(!HasActivity, "K per active user and activation are blank: the export has neither events nor orders."),
        .. Note(!HasOrders, "Buying is blank: the export has no table of orders."),
        .. Note(MissingCost is not null, $"The reward cost is blank: {MissingCost}."),
        .. Note(Growth is not null && InvitationEvents.Count > 0, "Invitations of the period's last days have not had time to be accepted; what a new user brings leaves them out."),
        .. Note(UnknownReferrers > 0, $"{Caption.Count(UnknownReferrers)} users name a referrer who is not in the export; they count as not invited."),
        .. Note(CutLinks > 0, $"{Caption.Count(CutLinks)} users invited each other in a circle; these links are left out."),
        .. Note(
            SeenBeforeInviter > 0,
            $"{Caption.Count(SeenBeforeInviter)} invited users were seen before their inviter; they are left out of the cycle time."),
        .. Note(
            Figures.Invited.Value > Figures.Invitations.Value,
            "There are more invited sign-ups than invitations: links were passed on, or sent before the period; the conversion has no interval."),
    ];

    private static string[] Note(bool applies, string words) => applies ? [words] : [];
}
