namespace UserOps.Uplift;

/// <summary>The areas of all variants, NaN where one has no meaning, and the heights of the Qini curve for each treated user.</summary>
internal sealed record UpliftAreas(double[] ByVariant, double[] Heights)
{
    public double this[QiniVariant variant] => ByVariant[(int)variant];

    /// <summary>Of users each counted so many times; once when no times are given.</summary>
    public static UpliftAreas Of(UpliftScores scores, ReadOnlySpan<int> times, int steps)
    {
        var walk = new UpliftWalk(scores.Count, steps);
        var ranks = scores.Ranks;
        int[] order = ranks.Order;
        var isTreated = scores.TreatedSpan;
        var outcomes = scores.OutcomeSpan;
        double treated = 0, treatedSum = 0, controlSum = 0;
        int at = 0;
        foreach (int end in ranks.Ends)
        {
            double count = 0, ofTreated = 0, treatedPart = 0, controlPart = 0;
            for (; at < end; at++)
            {
                int user = order[at], drawn = times.IsEmpty ? 1 : times[user];
                count += drawn;
                if (isTreated[user])
                    (ofTreated, treatedPart) = (ofTreated + drawn, treatedPart + drawn * outcomes[user]);
                else
                    controlPart += drawn * outcomes[user];
            }
            walk.Add(count, ofTreated, treatedPart, controlPart);
            (treated, treatedSum, controlSum) = (treated + ofTreated, treatedSum + treatedPart, controlSum + controlPart);
        }
        var best = scores.IsBinary ? BestAreas.Of(treated, scores.Count - treated, treatedSum, controlSum) : BestAreas.None;
        return new(
            [walk.QiniArea / scores.Count / treated, walk.QiniArea / best.Qini, walk.QiniArea / best.QiniWithoutNegative, walk.UpliftArea / best.Uplift],
            [.. walk.Heights.Select(height => height / treated)]);
    }
}

/// <summary>The areas of the best possible orders of yes-or-no outcomes; NaN where there is none.</summary>
internal readonly record struct BestAreas(double Qini, double QiniWithoutNegative, double Uplift)
{
    public static BestAreas None { get; } = new(double.NaN, double.NaN, double.NaN);

    /// <param name="treated">How many were treated.</param>
    /// <param name="alone">How many were left alone.</param>
    /// <param name="treatedYes">How many of the treated had the outcome.</param>
    /// <param name="aloneYes">How many of the others had it.</param>
    public static BestAreas Of(double treated, double alone, double treatedYes, double aloneYes)
    {
        double users = treated + alone, treatedNo = treated - treatedYes, aloneNo = alone - aloneYes;
        var qini = new UpliftWalk(users);
        qini.Add(treatedYes, treatedYes, treatedYes, 0);
        qini.Add(treatedNo + aloneNo, treatedNo, 0, 0);
        qini.Add(aloneYes, 0, 0, aloneYes);
        var uplift = new UpliftWalk(users);
        AddBest(uplift, treatedYes, treatedNo, aloneYes, aloneNo);
        double extra = treatedYes - treated * aloneYes / alone;
        return new(Positive(qini.QiniArea), extra > 0 ? Positive(extra * (users - extra) / 2) : double.NaN, Positive(uplift.UpliftArea));
    }

    // The order of scikit-uplift: users who did what helps first, and who comes next hangs on which of the rest are fewer.
    private static void AddBest(UpliftWalk walk, double treatedYes, double treatedNo, double aloneYes, double aloneNo)
    {
        walk.Add(treatedYes, treatedYes, treatedYes, 0);
        walk.Add(aloneNo, 0, 0, 0);
        if (aloneYes > treatedNo)
        {
            walk.Add(aloneYes, 0, 0, aloneYes);
            walk.Add(treatedNo, treatedNo, 0, 0);
            return;
        }
        walk.Add(treatedNo, treatedNo, 0, 0);
        walk.Add(aloneYes, 0, 0, aloneYes);
    }

    private static double Positive(double area) => area > 0 ? area : double.NaN;
}
