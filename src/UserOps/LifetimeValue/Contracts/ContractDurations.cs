using UserOps.Data;

namespace UserOps.LifetimeValue.Contracts;

/// <summary>How long customers under contract stayed: how many ended in each period, and how many were last seen still customers after it.</summary>
/// <remarks>A customer who ends at the first renewal has stayed 1 period and ended in period 1.</remarks>
public sealed class ContractDurations
{
    private ContractDurations(long[] ended, long[] open, long unwatched) => (Ended, Open, Unwatched) = (ended, open, unwatched);

    /// <summary>Customers who ended in period 1, 2, 3 ….</summary>
    public IReadOnlyList<long> Ended { get; }

    /// <summary>Customers who were last seen still customers after 1, 2, 3 … periods.</summary>
    public IReadOnlyList<long> Open { get; }

    /// <summary>Customers who were not watched for one whole period; they tell nothing and are left out.</summary>
    public long Unwatched { get; }

    /// <summary>All customers who were watched.</summary>
    public long Customers => Ended.Sum() + Open.Sum();

    /// <summary>The last period in which anybody was watched.</summary>
    public int Periods => Ended.Count;

    /// <summary>Customers who came into a period, 1 or more.</summary>
    public long AtRisk(int period) => Ended.Skip(period - 1).Sum() + Open.Skip(period - 1).Sum();

    /// <summary>The share of customers who stayed beyond each period, 0 to <see cref="Periods"/>, those no longer watched left out as they go (Kaplan–Meier).</summary>
    public IReadOnlyList<double> Survival()
    {
        double[] survival = new double[Periods + 1];
        survival[0] = 1;
        for (int period = 1; period <= Periods; period++)
            survival[period] = survival[period - 1] * (1 - (double)Ended[period - 1] / AtRisk(period));
        return survival;
    }

    /// <summary>Takes one cohort by how many were still customers: at the start, after 1 period, after 2 ….</summary>
    /// <exception cref="UserOpsException">A number is negative or larger than the one before, or there are fewer than two.</exception>
    public static ContractDurations FromSurvivors(params IReadOnlyList<long> survivors) => FromCohorts([survivors]);

    /// <summary>Takes several cohorts of one product, each by how many were still customers; younger ones are shorter.</summary>
    /// <exception cref="UserOpsException">A number is negative or larger than the one before, or a cohort has fewer than two.</exception>
    public static ContractDurations FromCohorts(IReadOnlyList<IReadOnlyList<long>> cohorts)
    {
        int periods = cohorts.Count == 0 ? 0 : cohorts.Max(cohort => cohort.Count) - 1;
        long[] ended = new long[Math.Max(0, periods)], open = new long[Math.Max(0, periods)];
        foreach (var cohort in cohorts)
        {
            Check(cohort);
            for (int period = 1; period < cohort.Count; period++)
                ended[period - 1] += cohort[period - 1] - cohort[period];
            open[cohort.Count - 2] += cohort[^1];
        }
        return new(ended, open, 0);
    }

    /// <summary>Takes customers one by one.</summary>
    /// <param name="periods">How many periods each stayed: whole numbers of 0 or more.</param>
    /// <param name="ended">Whether the customer then ended; otherwise still a customer when last seen. One who ended within the first period stayed for it.</param>
    /// <exception cref="UserOpsException">The lengths differ, or a duration is not a whole number of 0 or more.</exception>
    public static ContractDurations From(IReadOnlyList<double> periods, IReadOnlyList<bool> ended)
    {
        if (periods.Count != ended.Count)
            throw new UserOpsException($"Found {periods.Count} durations and {ended.Count} marks of an end; one of each is needed for every customer.");
        int longest = 0;
        for (int row = 0; row < periods.Count; row++)
            longest = Math.Max(longest, Whole(row, periods[row]));
        long[] ends = new long[Math.Max(1, longest)], open = new long[Math.Max(1, longest)];
        long unwatched = 0;
        for (int row = 0; row < periods.Count; row++)
        {
            if (ended[row])
                ends[Math.Max(1, (int)periods[row]) - 1]++;
            else if (periods[row] >= 1)
                open[(int)periods[row] - 1]++;
            else
                unwatched++;
        }
        return new(ends, open, unwatched);
    }

    /// <summary>Takes customers from a ready table, one row a customer.</summary>
    /// <param name="table">The table.</param>
    /// <param name="periods">The column of how many periods each stayed.</param>
    /// <param name="ended">The column of yes or no that says who ended.</param>
    /// <exception cref="UserOpsException">A column is missing or of another type, or a value is missing or impossible.</exception>
    public static ContractDurations From(TypedTable table, string periods, string ended)
    {
        sbyte[] flags = table.Get<FlagColumn>(ended).Flags;
        if (Array.IndexOf(flags, (sbyte)-1) is var row and >= 0)
            throw new UserOpsException($"Row {row + 1} of table '{table.Name}' does not say whether the customer ended ('{ended}'). Leave the row out or fill the value.");
        return From(table.Get<NumberColumn>(periods).Values, [.. flags.Select(flag => flag == 1)]);
    }

    private static int Whole(int row, double periods) => periods >= 0 && periods <= 100_000 && periods == Math.Floor(periods) ? (int)periods : throw new UserOpsException(
        FormattableString.Invariant($"Customer {row + 1} stayed {periods} periods; a whole number from 0 to 100,000 is needed. Count whole periods of the contract, such as months."));

    private static void Check(IReadOnlyList<long> survivors)
    {
        if (survivors.Count < 2)
            throw new UserOpsException($"Found a cohort with {survivors.Count} numbers; at least two are needed: how many began, and how many stayed beyond the first period.");
        for (int period = 0; period < survivors.Count; period++)
            if (survivors[period] < 0 || period > 0 && survivors[period] > survivors[period - 1])
                throw new UserOpsException(
                    $"Found {survivors[period]} customers after {period} periods{(period > 0 ? $" and {survivors[period - 1]} before" : "")}; numbers of 0 or more that do not rise are needed. Count the customers of one cohort, nobody who joined later.");
    }
}
