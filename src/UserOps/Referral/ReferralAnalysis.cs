using UserOps.Activation;
using UserOps.Data;

namespace UserOps.Referral;

/// <summary>How users bring users.</summary>
public static class ReferralAnalysis
{
    /// <summary>Invitations, those who sign up, activate and buy, K factor, viral cycle time, share of new users, generations, best inviters, reward cost.</summary>
    /// <remarks>What needs a table or column that the export lacks is blank, and the notes name it.</remarks>
    /// <exception cref="MissingDataException">The export has neither referrers of users nor invitation events.</exception>
    /// <exception cref="UserOpsException">An event is unknown, or a number of days is less than 1.</exception>
    public static ReferralResult Referral(this Dataset data, ReferralDefinition? definition = null)
    {
        definition ??= new();
        Check(definition);
        var invitations = InvitationEvents.Of(data, definition);
        bool hasReferrers = data.Profiles.PropertyNames.Contains("referrer_id");
        if (!hasReferrers && invitations.Count == 0)
            throw new MissingDataException(
                "Referral needs users with a column 'referrer_id', or invitation events; the export has neither. "
                + "Map the column with --map users.referrer_id=Name, or name the events in InvitationEvents.");
        var period = (definition.Period ?? data.Period).Until(data.Observed.End);
        var goal = definition.Goal ?? (data.HasActivity ? ActivationGoal.Default(data) : null);
        var counts = ReferralCounts.Of(data, definition, goal, invitations, period);
        (double? cost, string? missingCost) = RewardCosts.Of(data, definition, period);
        return new()
        {
            Definition = definition,
            Period = period,
            Calendar = data.Calendar,
            InvitationEvents = invitations,
            HasReferrers = hasReferrers,
            HasActivity = data.HasActivity,
            HasOrders = data.Has(TableKind.Orders),
            Figures = new(counts, definition, goal?.Describe(), hasReferrers, cost, new(data, definition, counts, period)),
            NewUsers = counts.NewUsers,
            Growth = hasReferrers ? ViralGrowth.Of(definition, period, data.Calendar, counts, InviterCounts.Of(data, definition, counts)) : null,
            Steps = hasReferrers ? ReferredByStep.Of(definition, period, data.Calendar, counts) : null,
            MissingCost = missingCost,
            CutLinks = counts.Tree.CutLinks,
            SeenBeforeInviter = counts.SeenBeforeInviter,
            UnknownReferrers = hasReferrers ? CountUnknown(data) : 0,
            Generations = InviteGenerations.Of(counts.Tree, data.Users.Count),
            TreeSizes = [.. counts.Tree.TreeSizes().OrderDescending()],
            Top = TopInviters.Of(data, counts, definition.Top),
        };
    }

    private static void Check(ReferralDefinition definition)
    {
        if (definition.ActivationDays < 1 || definition.BuyDays < 1)
            throw new UserOpsException($"Activation within {definition.ActivationDays} and buying within {definition.BuyDays} days: 1 day or more is needed.");
        if (definition.InvitingDays < 1 || definition.AcceptingDays < 1)
            throw new UserOpsException($"Inviting within {definition.InvitingDays} and accepting within {definition.AcceptingDays} days: 1 day or more is needed.");
        if (!(definition.Level > 0 && definition.Level < 1))
            throw new UserOpsException(FormattableString.Invariant($"The confidence level is {definition.Level}; it lies between 0 and 1, such as 0.95."));
        if (definition.RewardCost is { } cost && !(cost >= 0 && double.IsFinite(cost)))
            throw new UserOpsException($"The reward cost is {cost}; zero or more is needed.");
    }

    private static int CountUnknown(Dataset data)
    {
        var ids = data.Profiles.Property<Column>("referrer_id");
        return Enumerable.Range(0, data.Users.Count).Count(user => !ids.IsMissing(user) && data.Profiles.Referrer[user] < 0);
    }
}
