using UserOps.Data;
using UserOps.Statistics;

namespace UserOps.Referral;

/// <summary>Counts what new users sent and whom they brought, over users who were watched for the full time.</summary>
internal sealed class InviterCounts
{
    private readonly ReferralDefinition _definition;
    private readonly EventStore? _invitations;
    private readonly long[] _seen;
    private readonly int[] _invitees, _starts;
    private readonly List<double> _cycle = [], _accept = [];

    private InviterCounts(Dataset data, ReferralDefinition definition, ReferralCounts counts)
    {
        (_definition, _invitations, _seen) = (definition, counts.Invitations, data.FirstSeen.Ticks);
        int[] inviters = [.. Enumerable.Range(0, _seen.Length).Select(counts.Tree.InviterOf)];
        (_invitees, _starts) = UserRows.Arrange(inviters, _seen, _seen.Length);
        foreach (var span in counts.Spans)
            if (span.IsMature(WatchedDays))
                Count(span.User);
    }

    /// <summary>How long an inviter must be watched: to send invitations, and for the last of them to be accepted.</summary>
    public int WatchedDays => _definition.InvitingDays + (_invitations is null ? 0 : _definition.AcceptingDays);

    /// <summary>How many users count.</summary>
    public long Users => Joined.Count;

    /// <summary>Invitations by user.</summary>
    public RatioSums Sent { get; private set; }

    /// <summary>Invitees by user: who signed up for these invitations.</summary>
    public RatioSums Joined { get; private set; }

    /// <summary>Invitees by invitation, over users.</summary>
    public RatioSums JoinedPerSent { get; private set; }

    /// <summary>Days from the inviter's to the invitee's sign-up.</summary>
    public double[] CycleDays => [.. _cycle];

    /// <summary>Days from the invitation to the invitee's sign-up.</summary>
    public double[] AcceptDays => [.. _accept];

    public static InviterCounts Of(Dataset data, ReferralDefinition definition, ReferralCounts counts) => new(data, definition, counts);

    private void Count(int user)
    {
        int sent = _invitations is null ? 0 : CountSent(_invitations[user], _seen[user]);
        int joined = _invitations is null ? CountBrought(user) : CountJoined(_invitations[user], user);
        Sent = Sent.Add(sent, 1);
        Joined = Joined.Add(joined, 1);
        JoinedPerSent = JoinedPerSent.Add(joined, sent);
    }

    private int CountSent(UserEvents invitations, long start)
    {
        int sent = 0;
        foreach (var invitation in invitations)
            sent += IsCounted(invitation.Ticks, start) ? 1 : 0;
        return sent;
    }

    /// <summary>Every sign-up belongs to the inviter's latest invitation before it: both lists are walked once.</summary>
    private int CountJoined(UserEvents invitations, int user)
    {
        int joined = 0;
        long start = _seen[user], latest = TimeColumn.Missing;
        var walk = invitations.GetEnumerator();
        bool more = walk.MoveNext();
        foreach (int invitee in InviteesOf(user))
        {
            long signup = _seen[invitee];
            for (; more && walk.Current.Ticks <= signup; more = walk.MoveNext())
                latest = walk.Current.Ticks;
            if (!IsCounted(latest, start) || Days(signup - latest) > _definition.AcceptingDays)
                continue;
            joined++;
            _cycle.Add(Days(signup - start));
            _accept.Add(Days(signup - latest));
        }
        return joined;
    }

    private int CountBrought(int user)
    {
        int brought = 0;
        foreach (int invitee in InviteesOf(user))
            if (IsCounted(_seen[invitee], _seen[user]))
            {
                brought++;
                _cycle.Add(Days(_seen[invitee] - _seen[user]));
            }
        return brought;
    }

    private ReadOnlySpan<int> InviteesOf(int user) => _invitees.AsSpan(_starts[user].._starts[user + 1]);

    private bool IsCounted(long ticks, long start) => ticks >= start && Days(ticks - start) <= _definition.InvitingDays;

    private static double Days(long ticks) => (double)ticks / TimeSpan.TicksPerDay;
}
