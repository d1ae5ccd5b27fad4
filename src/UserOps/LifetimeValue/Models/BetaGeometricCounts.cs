using MathNet.Numerics;

namespace UserOps.LifetimeValue.Models;

/// <summary>Purchases of a customer who buys at a constant rate and leaves for good after each purchase with a constant probability.</summary>
/// <remarks>
/// Purchase k happens if the customer stayed after k − 1 purchases and would make k in the time. Every term is positive, so nothing cancels: the textbook formula
/// with ₂F₁ loses its digits near a = 1 and is undefined there.
/// </remarks>
internal sealed class BetaGeometricCounts(double r, double alpha, double a, double b)
{
    // What is left out of a sum; where the running product is brought down again; how many terms are added between two looks at both.
    private const double Negligible = 1e-17, Large = 1e100;
    private const int Block = 16, Most = 8_000_000;

    // What does not depend on the time, for purchases k from 1 on: P(N = k) ÷ P(N = k − 1) without z, and of k purchases that a customer who stays would make, the mean number that is made.
    private double[] _ratio = [], _made = [];
    private int _known;
    private double _stays = 1;

    /// <summary>The expected purchases in a time: Σ P(N = k) × (the mean number made of k), P(N = k) negative binomial.</summary>
    public double Expected(double time)
    {
        double z = time / (alpha + time), logScale = -r * SpecialFunctions.Log1p(time / alpha);
        if (!(z > 0))
            return 0;
        double share = 1, sum = 0;
        for (int last = Block; ; last += Block)
        {
            if (last > _known)
                Extend(last);
            ReadOnlySpan<double> ratio = _ratio.AsSpan(last - Block, Block), made = _made.AsSpan(last - Block, Block);
            for (int i = 0; i < ratio.Length; i++)
            {
                share *= z * ratio[i];
                sum += share * made[i];
            }
            // Terms fall at least as fast as this once it is below 1: the mean made rises more slowly than k.
            double falls = z * Math.Max(1, _ratio[last - 1]) * (last + 1) / last;
            if (falls < 1 && share * _made[last - 1] * falls <= Negligible * sum * (1 - falls))
                return sum * Math.Exp(logScale);
            if (share > Large)
                (share, sum, logScale) = (share / Large, sum / Large, logScale + Math.Log(Large));
        }
    }

    private void Extend(int count)
    {
        if (count > Most)
            throw new UserOpsException(FormattableString.Invariant($"More than {Most} purchases of one customer are expected with α = {alpha:G3}. Ask for a shorter time or a higher discount rate."));
        if (count > _ratio.Length)
        {
            int length = Math.Max(count, Math.Max(128, 2 * _ratio.Length));
            Array.Resize(ref _ratio, length);
            Array.Resize(ref _made, length);
        }
        for (; _known < count; _known++)
        {
            _ratio[_known] = (r + _known) / (_known + 1);
            _made[_known] = _known == 0 ? 1 : _made[_known - 1] + _stays;
            _stays *= (b + _known) / (a + b + _known);
        }
    }

    /// <summary>P(0), P(1), … purchases in a time.</summary>
    public double[] Probabilities(double time)
    {
        double[] counts = NegativeBinomialCounts.Probabilities(r, alpha, time), stays = Stays(counts.Length);
        double atLeast = 0;
        for (int k = counts.Length - 1; k >= 1; k--)
        {
            atLeast += counts[k];
            counts[k] = stays[k] * counts[k] + stays[k - 1] * a / (a + b + k - 1) * atLeast;
        }
        return counts;
    }

    /// <summary>The probability of still being a customer after 0, 1, … purchases.</summary>
    private double[] Stays(int count)
    {
        double[] stays = new double[count];
        stays[0] = 1;
        for (int k = 1; k < count; k++)
            stays[k] = stays[k - 1] * (b + k - 1) / (a + b + k - 1);
        return stays;
    }
}
