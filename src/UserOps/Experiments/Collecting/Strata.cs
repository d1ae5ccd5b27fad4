namespace UserOps.Experiments.Collecting;

/// <summary>The strata of post-stratification: the combinations of all properties by which segments are looked at.</summary>
/// <param name="Properties">How many properties are combined.</param>
/// <param name="Count">How many combinations there can be.</param>
internal readonly record struct Strata(int Properties, int Count)
{
    // More combinations would hold a handful of users each, and cost more than they tell.
    private const int Most = 2000;

    /// <summary>Combines the properties in the order in which they were named, as long as there are not too many combinations; the first one always.</summary>
    public static Strata Of(ExperimentData data)
    {
        int used = 0, count = 1;
        while (used < data.Segments.Count && (used == 0 || (long)count * data.Segments[used].Codes.Names.Count <= Most))
            count *= data.Segments[used++].Codes.Names.Count;
        return new(used, count);
    }

    /// <summary>The stratum of a unit.</summary>
    public int Find(ExperimentData data, int unit)
    {
        int stratum = 0;
        for (int i = 0; i < Properties; i++)
            stratum = stratum * data.Segments[i].Codes.Names.Count + data.Segments[i].Codes[data.Segments[i].RowOf(unit)];
        return stratum;
    }
}
