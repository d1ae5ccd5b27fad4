using MathNet.Numerics.Integration;

namespace UserOps.LifetimeValue.Models;

/// <summary>The likelihood of Pareto/NBD.</summary>
/// <remarks>
/// The papers write it with ₂F₁, which loses its digits for frequent buyers and has no simple derivative. It is the integral over the unknown time of leaving τ, between the last
/// purchase and the end, of (α + τ)^−(r+x) (β + τ)^−(s+1). With τ = t_x + m (e^w − 1), m = t_x + min(α, β), the integrand is smooth in w at any
/// parameters, and 10 to 32 Gauss–Legendre points, by the length and steepness of the range, give
/// it and its derivatives to ten digits and more.
/// </remarks>
internal sealed class ParetoNbdLikelihood(PurchasePatterns patterns)
{
    // e^−45 of the largest value: what lies beyond does not count.
    private const double Negligible = -45;

    private static readonly GaussLegendreRule Short = new(0, 1, 10), Middle = new(0, 1, 16), Long = new(0, 1, 32);

    private readonly double[] _logs = new double[patterns.HighestFrequency + 1], _slopes = new double[patterns.HighestFrequency + 1];

    /// <summary>Minus the log-likelihood at the logarithms of (r, α, s, β).</summary>
    public double Evaluate(ReadOnlySpan<double> logs, Span<double> gradient)
    {
        double r = Math.Exp(logs[0]), alpha = Math.Exp(logs[1]), s = Math.Exp(logs[2]), beta = Math.Exp(logs[3]), sum = 0;
        Tabulate(r);
        gradient.Clear();
        for (int i = 0; i < patterns.Count; i++)
        {
            int x = patterns.Frequency[i];
            double weight = patterns.Weight[i], age = patterns.Age[i];
            var left = Leaving.Between(r + x, alpha, s, beta, patterns.Recency[i], age);
            double logStays = -(r + x) * Math.Log(alpha + age) - s * Math.Log(beta + age);
            double gone = 1 / (1 + Math.Exp(logStays - left.Log)), stays = 1 - gone;
            double top = Math.Max(logStays, left.Log);
            sum += weight * (_logs[x] + r * logs[1] + s * logs[3] + top + Math.Log(Math.Exp(logStays - top) + Math.Exp(left.Log - top)));
            gradient[0] -= weight * r * (_slopes[x] + logs[1] - stays * Math.Log(alpha + age) - gone * left.LogAlpha);
            gradient[1] -= weight * alpha * (r / alpha - (r + x) * (stays / (alpha + age) + gone * left.OverAlpha));
            gradient[2] -= weight * s * (logs[3] - stays * Math.Log(beta + age) + gone * (1 / s - left.LogBeta));
            gradient[3] -= weight * beta * (s / beta - stays * s / (beta + age) - gone * (s + 1) * left.OverBeta);
        }
        return -sum;
    }

    /// <summary>The probability of still being there, given a history.</summary>
    public static double ProbabilityAlive(double r, double alpha, double s, double beta, CustomerHistory customer)
    {
        double logStays = -(r + customer.Frequency) * Math.Log(alpha + customer.Age) - s * Math.Log(beta + customer.Age);
        return 1 / (1 + Math.Exp(Leaving.Between(r + customer.Frequency, alpha, s, beta, customer.Recency, customer.Age).Log - logStays));
    }

    // Γ(r + x) ÷ Γ(r) for whole x.
    private void Tabulate(double r)
    {
        for (int x = 1; x < _logs.Length; x++)
            (_logs[x], _slopes[x]) = (_logs[x - 1] + Math.Log(r + x - 1), _slopes[x - 1] + 1 / (r + x - 1));
    }

    /// <summary>The part of the likelihood in which the customer has left: its logarithm, and means over the time of leaving that its derivatives need.</summary>
    private readonly record struct Leaving(double Log, double LogAlpha, double OverAlpha, double LogBeta, double OverBeta)
    {
        public static Leaving Between(double power, double alpha, double s, double beta, double from, double to)
        {
            if (!(to > from))
                return new(double.NegativeInfinity, 0, 0, 0, 0);
            double scale = from + Math.Min(alpha, beta), nearAlpha = Math.Log(alpha + from), nearBeta = Math.Log(beta + from);
            var (end, rule) = Range(power, alpha + from, s + 1, beta + from, scale, Math.Log((scale + to - from) / scale));
            double total = 0, logAlpha = 0, overAlpha = 0, logBeta = 0, overBeta = 0;
            for (int i = 0; i < rule.Order; i++)
            {
                double w = rule.GetAbscissa(i) * end, growth = Math.Exp(w), later = scale * (growth - 1);
                double a = alpha + from + later, b = beta + from + later, lnA = Math.Log(a), lnB = Math.Log(b);
                double mass = rule.GetWeight(i) * growth * Math.Exp(power * (nearAlpha - lnA) + (s + 1) * (nearBeta - lnB));
                total += mass;
                logAlpha += mass * lnA;
                overAlpha += mass / a;
                logBeta += mass * lnB;
                overBeta += mass / b;
            }
            double log = Math.Log(s * scale * end * total) - power * nearAlpha - (s + 1) * nearBeta;
            return new(log, logAlpha / total, overAlpha / total, logBeta / total, overBeta / total);
        }

        // The integrand falls in w ever more steeply, so the range can be cut where the rest is negligible.
        private static (double End, GaussLegendreRule Rule) Range(double power, double a, double powerB, double b, double scale, double end)
        {
            double height = Height(end), low = 0;
            if (height >= Negligible)
                return (end, height > -5 && end < 2 ? Short : height > -12 && end < 3 ? Middle : Long);
            for (int halving = 0; halving < 12; halving++)
            {
                double middle = (low + end) / 2;
                (low, end) = Height(middle) < Negligible ? (low, middle) : (middle, end);
            }
            return (end, Long);

            double Height(double w)
            {
                double later = scale * (Math.Exp(w) - 1);
                return w - power * Math.Log(1 + later / a) - powerB * Math.Log(1 + later / b);
            }
        }
    }
}
