using UserOps.Data;
using UserOps.Differences;
using UserOps.Time;

namespace UserOps.Referral;

/// <summary>What comparisons of referral between runs need; computed when somebody asks.</summary>
internal sealed class ReferralEvidence(Dataset data, ReferralDefinition definition, ReferralCounts counts, Period period)
{
    /// <summary>An active user and the invited sign-ups that the user brought.</summary>
    public UserEvidence? K()
    {
        (long from, long to) = data.Ticks(period);
        var active = data.Activity.Between(from, to);
        var sums = new UserSums(data);
        for (int user = 0; user < data.Users.Count; user++)
            sums.Add(user, 0, active[user].IsEmpty ? 0 : 1);
        foreach (int invited in counts.InvitedUsers)
            sums.Add(counts.Tree.InviterOf(invited), 1, 0);
        return sums.Ratio() is { } ratio ? ratio with { Days = period.Days } : null;
    }

    public UserEvidence? ShareOfNewUsers()
    {
        var sums = new UserSums(data);
        foreach (var span in counts.Spans)
            sums.Add(span.User, IsInvited(span.User) ? 1 : 0, 1);
        return sums.Share();
    }

    public UserEvidence? Activation()
    {
        var sums = new UserSums(data);
        foreach (var span in counts.Spans)
            if (IsInvited(span.User) && span.IsMature(definition.ActivationDays))
                sums.Add(span.User, span.IsActivated(definition.ActivationDays) ? 1 : 0, 1);
        return sums.Share();
    }

    private bool IsInvited(int user) => counts.Tree.InviterOf(user) >= 0;
}
