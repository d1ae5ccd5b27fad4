namespace UserOps.Experiments.Exact;

/// <summary>How a number of successes falls on two arms when both have the same rate.</summary>
/// <remarks>Given the total, the split does not depend on the rate: R. A. Fisher (1935), "The logic of inductive inference", JRSS 98.</remarks>
internal sealed class Hypergeometric
{
    /// <summary>The split of a total.</summary>
    /// <param name="control">Users of the control.</param>
    /// <param name="treatment">Users of the treatment.</param>
    /// <param name="total">Successes of both.</param>
    public Hypergeometric(long control, long treatment, long total)
    {
        First = Math.Max(0, total - control);
        int last = (int)(Math.Min(treatment, total) - First), mode = Mode(control, treatment, total, First, last);
        Probabilities = new double[last + 1];
        // Outwards from the mode by ratios of neighbours: no factorial, and the far tails keep their digits.
        Probabilities[mode] = 1;
        for (int i = mode + 1; i <= last; i++)
            Probabilities[i] = Probabilities[i - 1] * Ratio(First + i - 1);
        for (int i = mode - 1; i >= 0; i--)
            Probabilities[i] = Probabilities[i + 1] / Ratio(First + i);
        double sum = Probabilities.Order().Sum();
        for (int i = 0; i <= last; i++)
            Probabilities[i] /= sum;

        double Ratio(long x) => (double)(treatment - x) * (total - x) / ((double)(x + 1) * (control - total + x + 1));
    }

    /// <summary>The fewest successes that the treatment can have.</summary>
    public long First { get; }

    /// <summary>The probability of each number of successes of the treatment, from <see cref="First"/> upwards.</summary>
    public double[] Probabilities { get; }

    /// <summary>The chance that the treatment has this many successes or more.</summary>
    public double FromOn(long successes) => Probabilities.Skip((int)(successes - First)).Order().Sum();

    /// <summary>The chance that the treatment has this many successes or fewer.</summary>
    public double UpTo(long successes) => Probabilities.Take((int)(successes - First) + 1).Order().Sum();

    private static int Mode(long control, long treatment, long total, long first, int last) =>
        (int)Math.Clamp((long)((treatment + 1.0) * (total + 1.0) / (control + treatment + 2.0)) - first, 0, last);
}
