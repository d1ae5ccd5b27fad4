using MathNet.Numerics;
using UserOps.Statistics;

namespace UserOps.Experiments.Integrity;

/// <summary>Whether the arms have the sizes that the assignment should give (sample-ratio mismatch).</summary>
/// <param name="Counts">Units of each arm.</param>
/// <param name="Shares">The planned share of each arm; they sum to 1.</param>
/// <param name="PValue">The chance of sizes at least as far from the plan, were the assignment as planned.</param>
/// <param name="IsExact">Whether the p-value is the exact binomial one (two arms) rather than that of χ².</param>
/// <remarks>
/// A. Fabijan et al. (2019), "Diagnosing sample ratio mismatch in online controlled experiments", KDD. A mismatch says that users were lost or counted twice
/// in one arm more than in the other; then the users left are no longer alike and no effect can be trusted.
/// </remarks>
public sealed record SampleRatio(IReadOnlyList<long> Counts, IReadOnlyList<double> Shares, double PValue, bool IsExact)
{
    // Beyond this many units both tests agree to two digits, and the exact one sums thousands of terms.
    private const long ExactUpTo = 100_000;

    /// <summary>Tests the sizes of the arms.</summary>
    /// <param name="counts">Units of each arm, two arms or more.</param>
    /// <param name="planned">Planned weights of the arms, above 0; equal when absent.</param>
    /// <exception cref="UserOpsException">There are fewer than two arms, or weights that are not above 0.</exception>
    /// <exception cref="InsufficientDataException">No arm has a unit.</exception>
    public static SampleRatio Test(IReadOnlyList<long> counts, IReadOnlyList<double>? planned = null)
    {
        planned ??= [.. counts.Select(_ => 1.0)];
        if (counts.Count < 2 || planned.Count != counts.Count || !planned.All(weight => weight > 0 && double.IsFinite(weight)))
            throw new UserOpsException($"{counts.Count} arms with planned weights {string.Join(", ", planned)}: two arms or more, and a weight above 0 for each, are needed.");
        if (counts.FirstOrDefault(count => count < 0) is < 0 and var negative)
            throw new UserOpsException($"An arm has {negative} units; zero or more are needed.");
        long all = counts.Sum();
        if (all == 0)
            throw new InsufficientDataException("no unit in any arm", "units in all arms", "Check the names of experiment and arms.");
        double[] shares = [.. planned.Select(weight => weight / planned.Sum())];
        bool exact = counts.Count == 2 && all <= ExactUpTo;
        return new(counts, shares, exact ? Binomial(counts[0], all, shares[0]) : ChiSquare.Tail(PearsonStatistic(counts, shares), counts.Count - 1), exact);
    }

    /// <summary>Pearson's χ² of the sizes against the plan.</summary>
    public double ChiSquareStatistic => PearsonStatistic(Counts, Shares);

    /// <summary>The p-value of χ², also where <see cref="PValue"/> is exact.</summary>
    public double ChiSquarePValue => ChiSquare.Tail(ChiSquareStatistic, Counts.Count - 1);

    private static double PearsonStatistic(IReadOnlyList<long> counts, IReadOnlyList<double> shares)
    {
        double all = counts.Sum();
        return counts.Zip(shares, (count, share) => Math.Pow(count - all * share, 2) / (all * share)).Sum();
    }

    // Both tails: every outcome that is no likelier than the one found, as R's binom.test counts them.
    private static double Binomial(long found, long all, double share)
    {
        double log = SpecialFunctions.GammaLn(all + 1), yes = Math.Log(share), no = Math.Log(1 - share);
        double Probability(long k) => Math.Exp(log - SpecialFunctions.GammaLn(k + 1) - SpecialFunctions.GammaLn(all - k + 1) + k * yes + (all - k) * no);
        double limit = Probability(found) * (1 + 1e-7), sum = 0;
        for (long k = 0; k <= all; k++)
            if (Probability(k) is var one && one <= limit)
                sum += one;
        return Math.Min(1, sum);
    }
}
