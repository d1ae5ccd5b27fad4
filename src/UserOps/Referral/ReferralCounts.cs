using UserOps.Activation;
using UserOps.Data;
using UserOps.Statistics;
using UserOps.Time;

namespace UserOps.Referral;

/// <summary>What the figures of referral are made of, counted once.</summary>
internal sealed class ReferralCounts
{
    private readonly Dataset _data;
    private readonly ReferralDefinition _definition;
    private readonly int[] _inviteesOf;
    private readonly List<int> _invited = [];
    private readonly List<double> _cycleDays = [], _acceptDays = [];

    private ReferralCounts(Dataset data, ReferralDefinition definition, IReadOnlyList<string> invitationEvents)
    {
        (_data, _definition) = (data, definition);
        Tree = InviteTree.Of(data.Profiles.Referrer);
        Invitations = invitationEvents.Count == 0 ? null : data.Activity.Named(invitationEvents);
        _inviteesOf = new int[data.Users.Count];
    }

    public InviteTree Tree { get; }

    /// <summary>The invitations of all the data; null where the export has none.</summary>
    public EventStore? Invitations { get; }

    /// <summary>The new users of the period.</summary>
    public NewUserSpan[] Spans { get; private set; } = [];

    public int NewUsers => Spans.Length;

    /// <summary>New users of the period whom a known user invited.</summary>
    public int Invited => _invited.Count;

    public IReadOnlyList<int> InvitedUsers => _invited;

    /// <summary>Null where the export records nothing that users did.</summary>
    public (int Watched, int Done)? Activated { get; private set; }

    /// <summary>Null without orders.</summary>
    public (int Watched, int Done)? Bought { get; private set; }

    /// <summary>Invited users of the period with an order so far.</summary>
    public int BuyersSoFar { get; private set; }

    /// <summary>Invitations, and invited sign-ups, per active user of the period.</summary>
    public RatioSums InvitationsPerUser { get; private set; }
    public RatioSums SignupsPerUser { get; private set; }

    public int Inviters { get; private set; }

    /// <summary>Invited users who were seen before their inviter; left out of the cycle time.</summary>
    public int SeenBeforeInviter { get; private set; }

    public double[] CycleDays => [.. _cycleDays];

    public double[] AcceptDays => [.. _acceptDays];

    public static ReferralCounts Of(Dataset data, ReferralDefinition definition, ActivationGoal? goal, IReadOnlyList<string> invitationEvents, Period period)
    {
        var counts = new ReferralCounts(data, definition, invitationEvents);
        counts.AddNewUsers(NewUserSpans.Of(data, goal, period));
        if (data.HasActivity)
            counts.AddActiveUsers(period);
        if (data.Has(TableKind.Orders))
            counts.AddBuyers(NewUserSpans.Of(data, new ActivationGoal.FirstOrder(), period));
        return counts;
    }

    private void AddNewUsers(NewUserSpan[] spans)
    {
        Spans = spans;
        foreach (var span in spans.Where(span => Tree.InviterOf(span.User) >= 0))
            AddInvited(span.User, Tree.InviterOf(span.User));
        Activated = _data.HasActivity ? Share(spans, _definition.ActivationDays) : null;
    }

    private void AddInvited(int user, int inviter)
    {
        _invited.Add(user);
        _inviteesOf[inviter]++;
        long joined = _data.FirstSeen.Ticks[user], inviterJoined = _data.FirstSeen.Ticks[inviter];
        if (inviterJoined == TimeColumn.Missing || inviterJoined > joined)
            SeenBeforeInviter++;
        else
            _cycleDays.Add(Days(joined - inviterJoined));
        if (Invitations is not null && Invitations[inviter].LastBefore(joined) is var sent && sent != TimeColumn.Missing)
            _acceptDays.Add(Days(joined - sent));
    }

    private void AddBuyers(NewUserSpan[] spans)
    {
        Bought = Share(spans, _definition.BuyDays);
        BuyersSoFar = spans.Count(span => Tree.InviterOf(span.User) >= 0 && double.IsFinite(span.ToGoal));
    }

    private (int, int) Share(NewUserSpan[] spans, int days)
    {
        var watched = spans.Where(span => Tree.InviterOf(span.User) >= 0 && span.IsMature(days)).ToList();
        return (watched.Count, watched.Count(span => span.IsActivated(days)));
    }

    private void AddActiveUsers(Period period)
    {
        (long from, long to) = _data.Ticks(period);
        var active = _data.Activity.Between(from, to);
        var sent = Invitations?.Between(from, to);
        for (int user = 0; user < _data.Users.Count; user++)
        {
            int isActive = active[user].IsEmpty ? 0 : 1, invitations = sent?[user].Count() ?? 0;
            if (isActive + _inviteesOf[user] == 0)
                continue;
            InvitationsPerUser = InvitationsPerUser.Add(invitations, isActive);
            SignupsPerUser = SignupsPerUser.Add(_inviteesOf[user], isActive);
            Inviters += invitations > 0 ? 1 : 0;
        }
    }

    private static double Days(long ticks) => (double)ticks / TimeSpan.TicksPerDay;
}
