using MathNet.Numerics;

namespace UserOps.Experiments.Exact;

/// <summary>A set of 2 × 2 tables whose probability depends on the common rate of both arms.</summary>
/// <remarks>
/// Given the total of successes the split is hypergeometric, whatever the rate. So the probability of the set is a binomial mixture of its conditional
/// probabilities: a sum over totals, not over tables.
/// </remarks>
internal sealed class UnconditionalRegion
{
    // A binomial term is about 1/(2√n) wide on the arcsine scale, so that a dozen points a width miss no peak.
    private const int PointsPerWidth = 12;
    private readonly double[] _logWeights;

    private UnconditionalRegion(double[] logWeights) => _logWeights = logWeights;

    /// <summary>The set, from the chance of it given each total.</summary>
    public static UnconditionalRegion Of(long control, long treatment, Func<long, Hypergeometric, double> chanceGiven)
    {
        if (control > ExactLimit || treatment > ExactLimit)
            throw new UserOpsException($"{control} and {treatment} users are too many for an unconditional exact test (up to {ExactLimit} an arm); Fisher's test or the score test answers the same.");
        int all = (int)(control + treatment);
        double[] logs = new double[all + 1];
        for (int total = 0; total <= all; total++)
        {
            double chance = chanceGiven(total, new(control, treatment, total));
            logs[total] = chance > 0 ? Math.Log(chance) + SpecialFunctions.BinomialLn(all, total) : double.NegativeInfinity;
        }
        return new(logs);
    }

    /// <summary>Users of an arm up to which all tables can be weighed in about a second.</summary>
    private const int ExactLimit = 5000;

    /// <summary>The largest probability over all common rates.</summary>
    public double Supremum()
    {
        int points = (int)Math.Ceiling(Math.PI * Math.Sqrt(_logWeights.Length) * PointsPerWidth);
        double step = Math.PI / 2 / points, best = 0;
        double[] values = new double[points + 1];
        for (int i = 0; i <= points; i++)
            best = Math.Max(best, values[i] = At(i * step));
        for (int i = 1; i < points; i++)
            if (values[i] >= values[i - 1] && values[i] >= values[i + 1] && values[i] > 0.9 * best)
                best = Math.Max(best, Peak((i - 1) * step, (i + 1) * step));
        return Math.Min(1, best);
    }

    /// <summary>The probability where the rate is the squared sine of an angle.</summary>
    private double At(double angle)
    {
        double sine = Math.Sin(angle), cosine = Math.Cos(angle);
        if (sine <= 0 || cosine <= 1e-12)
            return Math.Exp(sine <= 0 ? _logWeights[0] : _logWeights[^1]);
        double logRate = 2 * Math.Log(sine), logRest = 2 * Math.Log(cosine), sum = 0;
        int all = _logWeights.Length - 1;
        // Terms further than 12 standard deviations from the mean are below 1e-30 of the sum of all weights.
        double mean = all * sine * sine, reach = 12 * Math.Sqrt(mean * cosine * cosine) + 40;
        for (int total = Math.Max(0, (int)(mean - reach)); total <= Math.Min(all, (int)(mean + reach)); total++)
            sum += Math.Exp(_logWeights[total] + total * logRate + (all - total) * logRest);
        return sum;
    }

    /// <summary>The highest value between two angles, by golden section.</summary>
    private double Peak(double low, double high)
    {
        const double ratio = 0.6180339887498949;
        double best = 0;
        while (high - low > 1e-9)
        {
            double left = high - ratio * (high - low), right = low + ratio * (high - low), atLeft = At(left), atRight = At(right);
            (low, high) = atLeft > atRight ? (low, right) : (left, high);
            best = Math.Max(best, Math.Max(atLeft, atRight));
        }
        return best;
    }
}
