using UserOps.Learning;

namespace UserOps.Uplift;

/// <summary>Which users are learnt from and which are scored, once or fold by fold.</summary>
/// <param name="Parts">Pairs of users to learn from and users to score.</param>
internal sealed record UpliftSplit(IReadOnlyList<(int[] Training, int[] Judging)> Parts)
{
    /// <summary>All users who judge.</summary>
    public int[] Judging => [.. Parts.SelectMany(part => part.Judging).Order()];

    public static UpliftSplit Of(AssignedUsers users, UpliftQuestion question)
    {
        var split = question.HoldOut switch
        {
            UpliftHoldOut.Random random => Random(users, random.Share, question.Seed),
            UpliftHoldOut.Latest latest => Latest(users, latest.Share),
            UpliftHoldOut.Folds folds => InFolds(users, folds.Count, question.Seed),
            _ => throw new UserOpsException($"{question.HoldOut} is no hold-out."),
        };
        foreach (var (training, judging) in split.Parts)
            UpliftChecks.CheckHoldOut(users, training, judging);
        return split;
    }

    // Down the users by arm and outcome, in random order within: the places that judge lie evenly, so that both parts are made up alike.
    private static UpliftSplit Random(AssignedUsers users, double share, int seed)
    {
        int[] places = Folds.Of(users.Features.Ids, users.Strata, users.Count, seed);
        return Where(users, row => Math.Floor((places[row] + 1) * share) > Math.Floor(places[row] * share));
    }

    private static UpliftSplit Latest(AssignedUsers users, double share)
    {
        if (users.AssignedAt.Count == 0)
            throw new MissingDataException($"Nobody says when users were assigned; name the column in {nameof(UpliftTableDefinition.At)}, or hold users out at random.");
        long[] moments = [.. users.AssignedAt.Order()];
        long from = moments[Math.Min(moments.Length - 1, (int)Math.Round((1 - share) * moments.Length))];
        return Where(users, row => users.AssignedAt[row] >= from);
    }

    private static UpliftSplit InFolds(AssignedUsers users, int count, int seed)
    {
        int[] folds = Folds.Of(users.Features.Ids, users.Strata, count, seed);
        return new([.. Enumerable.Range(0, count).Select(fold => Folds.Split(folds, fold)).Select(split => (split.Outside, split.Inside))]);
    }

    private static UpliftSplit Where(AssignedUsers users, Func<int, bool> judges)
    {
        var rows = Enumerable.Range(0, users.Count).ToLookup(judges);
        return new([([.. rows[false]], [.. rows[true]])]);
    }
}
