namespace UserOps.Survival;

/// <summary>The spells of a Cox model, sorted by stratum and then from the last time to the first.</summary>
internal sealed class CoxRows
{
    private CoxRows(int width, double[] values, double[] stops, bool[] events, double[] entries, int[] rows, int[] starts)
    {
        (Width, Values, Stops, Events, Entries, Rows, Starts) = (width, values, stops, events, entries, rows, starts);
        HasEntries = Array.Exists(entries, double.IsFinite);
        ByEntry = [.. Enumerable.Range(0, rows.Length)];
        if (HasEntries)
            for (int stratum = 0; stratum < Strata; stratum++)
                Array.Sort(ByEntry, starts[stratum], starts[stratum + 1] - starts[stratum], Comparer<int>.Create((a, b) => entries[b].CompareTo(entries[a])));
    }

    public int Width { get; }

    /// <summary>The scaled covariates, row by row.</summary>
    public double[] Values { get; }

    public double[] Stops { get; }

    public bool[] Events { get; }

    /// <summary>When each came under observation; −∞ where from the start.</summary>
    public double[] Entries { get; }

    public bool HasEntries { get; }

    /// <summary>The spell of each row.</summary>
    public int[] Rows { get; }

    /// <summary>Where each stratum starts, and where the last ends.</summary>
    public int[] Starts { get; }

    /// <summary>The rows of each stratum from the last entry to the first.</summary>
    public int[] ByEntry { get; }

    public int Count => Rows.Length;

    public int Strata => Starts.Length - 1;

    /// <summary>The longest time of each stratum; −∞ where it has no row.</summary>
    public double[] LastTimes() =>
        [.. Enumerable.Range(0, Strata).Select(stratum => Starts[stratum] < Starts[stratum + 1] ? Stops[Starts[stratum]] : double.NegativeInfinity)];

    /// <summary>The stratum of each row.</summary>
    public int StratumOf(int row)
    {
        int place = Array.BinarySearch(Starts, row);
        if (place < 0)
            return ~place - 1;
        while (Starts[place + 1] == row)
            place++;
        return place;
    }

    public static CoxRows Of(SurvivalData data, DesignMatrix design, int[] stratumOf, int strata)
    {
        int width = design.Width;
        int[] order = [.. Enumerable.Range(0, design.Rows.Length).Where(i => stratumOf[design.Rows[i]] >= 0)];
        Array.Sort(order, (a, b) => Compare(data, stratumOf, design.Rows[a], design.Rows[b]));
        int[] rows = Array.ConvertAll(order, i => design.Rows[i]);
        double[] values = new double[rows.Length * width];
        for (int i = 0; i < order.Length; i++)
            design.Values.AsSpan(order[i] * width, width).CopyTo(values.AsSpan(i * width, width));
        int[] starts = new int[strata + 1];
        foreach (int row in rows)
            starts[stratumOf[row] + 1]++;
        for (int stratum = 0; stratum < strata; stratum++)
            starts[stratum + 1] += starts[stratum];
        return new(width, values, Array.ConvertAll(rows, row => data.Durations[row]), Array.ConvertAll(rows, row => data.Events[row]),
            Array.ConvertAll(rows, data.EntryOf), rows, starts);
    }

    private static int Compare(SurvivalData data, int[] stratumOf, int a, int b)
    {
        int order = stratumOf[a].CompareTo(stratumOf[b]);
        order = order != 0 ? order : data.Durations[b].CompareTo(data.Durations[a]);
        return order != 0 ? order : a.CompareTo(b);
    }
}
