using MathNet.Numerics.Distributions;
using UserOps.Display;

namespace UserOps.Statistics;

/// <summary>The part of a total that the largest values hold, such as the revenue of the top tenth of buyers.</summary>
/// <param name="Members">How many values are counted as the largest.</param>
/// <param name="Share">Their part of the total, a fraction.</param>
/// <param name="StandardError">Its standard error.</param>
/// <remarks>
/// One minus a Lorenz ordinate; variance from its influence function: C. M. Beach and R. Davidson (1983), "Distribution-free statistical inference
/// with Lorenz curves and income shares", Review of Economic Studies 50. With very heavy tails the interval is too narrow.
/// </remarks>
public sealed record TopShare(int Members, double Share, double StandardError)
{
    /// <summary>The share of the largest values.</summary>
    /// <param name="values">The values; reordered.</param>
    /// <param name="fraction">Which part of the values is the top, between 0 and 1; the number is rounded up.</param>
    /// <returns>Null where there are fewer values than one member of the top stands for, or their total is not positive.</returns>
    public static TopShare? Of(double[] values, double fraction)
    {
        if (!(fraction > 0 && fraction < 1))
            throw new UserOpsException(FormattableString.Invariant($"A top of {fraction} was asked for; it is a part between 0 and 1, such as 0.1."));
        double total = values.Sum();
        if (values.Length * fraction < 1 || !(total > 0))
            return null;
        Array.Sort(values);
        int members = (int)Math.Ceiling(values.Length * fraction - 1e-9);
        double share = values.AsSpan(values.Length - members).ToArray().Sum() / total;
        return new(members, share, ErrorOf(values, members, share, total / values.Length));
    }

    /// <summary>The normal interval of the share, cut at 0 and 1.</summary>
    public Interval Interval(double level)
    {
        double half = Normal.InvCDF(0, 1, 0.5 + level / 2) * StandardError;
        return new(Math.Max(0, Share - half), Math.Min(1, Share + half), level);
    }

    private static double ErrorOf(double[] sorted, int members, double share, double mean)
    {
        int count = sorted.Length;
        double edge = sorted[count - members], part = (double)members / count, squares = 0;
        for (int i = 0; i < count; i++)
        {
            double above = i >= count - members ? sorted[i] - edge : 0;
            double influence = (above + part * edge - share * sorted[i]) / mean;
            squares += influence * influence;
        }
        return Math.Sqrt(squares / (count - 1)) / Math.Sqrt(count);
    }
}
