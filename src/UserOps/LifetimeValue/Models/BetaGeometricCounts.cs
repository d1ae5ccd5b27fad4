namespace UserOps.LifetimeValue.Models;

/// <summary>Purchases of a customer who buys at a constant rate and leaves for good after each purchase with a constant probability.</summary>
/// <remarks>
/// Purchase k happens if the customer stayed after k − 1 purchases and would make k in the time. Every term is positive, so nothing cancels: the textbook formula
/// with ₂F₁ loses its digits near a = 1 and is undefined there.
/// </remarks>
internal static class BetaGeometricCounts
{
    /// <summary>The expected purchases in a time.</summary>
    public static double Expected(double r, double alpha, double a, double b, double time)
    {
        double[] counts = NegativeBinomialCounts.Probabilities(r, alpha, time);
        // Of k purchases that a customer who stays would make, the mean number that is made.
        double made = 0, stays = 1, sum = 0;
        for (int k = 1; k < counts.Length; k++)
        {
            made += stays;
            stays *= (b + k - 1) / (a + b + k - 1);
            sum += counts[k] * made;
        }
        return sum;
    }

    /// <summary>P(0), P(1), … purchases in a time.</summary>
    public static double[] Probabilities(double r, double alpha, double a, double b, double time)
    {
        double[] counts = NegativeBinomialCounts.Probabilities(r, alpha, time), stays = Stays(a, b, counts.Length);
        double atLeast = 0;
        for (int k = counts.Length - 1; k >= 1; k--)
        {
            atLeast += counts[k];
            counts[k] = stays[k] * counts[k] + stays[k - 1] * a / (a + b + k - 1) * atLeast;
        }
        return counts;
    }

    /// <summary>The probability of still being a customer after 0, 1, … purchases.</summary>
    private static double[] Stays(double a, double b, int count)
    {
        double[] stays = new double[count];
        stays[0] = 1;
        for (int k = 1; k < count; k++)
            stays[k] = stays[k - 1] * (b + k - 1) / (a + b + k - 1);
        return stays;
    }
}
