using UserOps.Data;
using UserOps.Display;
using UserOps.Features;
using UserOps.Time;

namespace UserOps.Campaigns;

/// <summary>What a campaign added, from users held out by lot.</summary>
public static class HoldOutAnalysis
{
    /// <summary>Orders, revenue and profit that would not have been; who would have bought anyway; what came back afterwards; return on the money, by segment where asked.</summary>
    /// <exception cref="MissingDataException">The export lacks exposures, orders, the experiment or the campaign.</exception>
    /// <exception cref="InsufficientDataException">An arm has fewer than two users.</exception>
    public static HoldOutResult HoldOut(this Dataset data, HoldOutDefinition definition)
    {
        var assigned = HoldOutAssignment.Of(data, definition);
        string name = definition.Campaign ?? definition.Experiment;
        var campaign = data.Has(TableKind.Campaigns) ? CampaignTable.Of(data).All.FirstOrDefault(one => one.Id == name || one.Name == name) : null;
        var period = campaign?.Period ?? new Period(assigned.FirstDay, data.Observed.End);
        var reader = new HoldOutReader(data, definition, name, data.Calendar.StartOf(period.End.DayNumber));
        // Discounts stand in the orders, by user; the same money in the table of campaigns would count twice.
        double fixedCost = campaign is null ? 0 : campaign.Cost - (reader.HasDiscounts ? campaign.Costs.GetValueOrDefault(CostKind.Incentive) : 0);
        var segments = definition.Segments is { } asked ? new SegmentNames(data, asked) : null;
        var all = new ArmPair();
        Dictionary<string, ArmPair> bySegment = new(StringComparer.Ordinal);
        foreach ((int user, long at, bool isTreated) in assigned.Users)
        {
            var did = reader.Of(user, at);
            all.Add(isTreated, did);
            if (segments is not null)
                (bySegment.TryGetValue(segments.Of(user, at), out var pair) ? pair : bySegment[segments.Of(user, at)] = new()).Add(isTreated, did);
        }
        double share = fixedCost / Math.Max(1, all.Treatment.Buyers.Count);
        var total = all.ToGroup("All users", fixedCost, reader.HasDiscounts, definition.Level);
        return !total.IsCounted ? throw new InsufficientDataException($"{total.Treatment} users with the campaign and {total.Control} held out", "at least 2 of each are, and hundreds for a useful answer",
            $"Hold some users out by lot, and check the name of the variant '{definition.Control}'.") : new()
            {
                Definition = definition,
                Campaign = campaign,
                Period = period,
                Calendar = data.Calendar,
                Total = total,
                Segments = [.. bySegment.Select(pair => pair.Value.ToGroup(pair.Key, share * pair.Value.Treatment.Buyers.Count, reader.HasDiscounts, definition.Level)).OrderByDescending(one => one.Treatment + one.Control).ThenBy(one => one.Name, StringComparer.Ordinal)],
                FixedCost = fixedCost,
                InTwoArms = assigned.InTwoArms,
                Blank = assigned.Blank,
                HasCoupons = reader.HasCoupons,
                HasDiscounts = reader.HasDiscounts,
                MarginWords = reader.MarginWords,
                WatchedAfter = Math.Min(definition.AfterDays, Math.Max(0, data.Observed.End.DayNumber - period.End.DayNumber)),
            };
    }

    private sealed class ArmPair
    {
        public HoldOutArm Control { get; } = new();

        public HoldOutArm Treatment { get; } = new();

        public void Add(bool isTreated, HoldOutUser did) => (isTreated ? Treatment : Control).Add(did);

        public HoldOutGroup ToGroup(string name, double fixedCost, bool hasDiscounts, double level) => new(name, Control, Treatment, fixedCost, hasDiscounts, level);
    }
}

/// <summary>Who was in the experiment, from when on, and on which side.</summary>
internal sealed record HoldOutAssignment(IReadOnlyList<(int User, long At, bool IsTreated)> Users, DateOnly FirstDay)
{
    /// <summary>Users with rows in two arms; they are left out.</summary>
    public int InTwoArms { get; private init; }

    /// <summary>Rows of the experiment that name no user, arm or time.</summary>
    public int Blank { get; private init; }

    public static HoldOutAssignment Of(Dataset data, HoldOutDefinition definition)
    {
        if (!(definition.Level > 0 && definition.Level < 1) || definition.AfterDays < 0)
            throw new UserOpsException(FormattableString.Invariant($"A level of {definition.Level} and {definition.AfterDays} days after were asked for; a level between 0 and 1 and 0 days or more are needed."));
        var table = data.Table(TableKind.Exposures);
        _ = data.Orders;
        int code = table.TryGet<TextColumn>("experiment", out var experiments) ? experiments.CodeOf(definition.Experiment) : 0;
        if (code < 0)
            throw new MissingDataException($"No experiment is named '{definition.Experiment}'.{NearestName.Suggest(definition.Experiment!, experiments!.Words)} The experiments are: {string.Join(", ", experiments!.Words.Take(20))}.");
        var variants = table.TryGet<TextColumn>("variant", out var words) ? words : throw new MissingDataException("The column 'variant' of the exposures holds no words; name the variants.");
        var times = table.TryGet<TimeColumn>("at", out var at) ? at : throw new MissingDataException("The table of exposures has no column 'at': from when on a user's orders count is not known.");
        int[] users = KnownRows.UsersOf(data, table);
        // A user with two rows counts by the first; in two variants, not at all.
        int[] all = [.. Enumerable.Range(0, table.RowCount).Where(row => experiments is null || experiments.Codes[row] == code)];
        int[] told = Array.FindAll(all, row => users[row] >= 0 && !variants.IsMissing(row) && !times.IsMissing(row));
        IGrouping<int, int>[] rows = [.. told.GroupBy(row => users[row])];
        (int, long, bool)[] assigned = [.. rows.Where(group => group.Select(row => variants.Codes[row]).Distinct().Count() == 1)
            .Select(group => (group.Key, group.Min(row => times.Ticks[row]), variants[group.First()] != definition.Control))];
        if (assigned.Length == 0)
            throw new InsufficientDataException("no user in the experiment", "at least 2 in each arm", "Check its name.");
        if (!assigned.Any(one => !data.Orders[one.Item1].IsEmpty))
            throw new InsufficientDataException($"not one order by any of the {assigned.Length} users of the experiment, at any time", "users who also stand in the orders", "The ids of both tables probably do not match; compare a few.");
        return new(assigned, DateOnly.FromDayNumber(data.Calendar.DayOf(assigned.Min(one => one.Item2)))) { InTwoArms = rows.Length - assigned.Length, Blank = all.Length - told.Length };
    }
}
