namespace UserOps.LifetimeValue.Models;

/// <summary>The likelihood that BG/NBD and MBG/NBD share: they differ in whether a customer can also leave after the very first purchase.</summary>
/// <remarks>
/// Frequencies are whole, so ratios of gamma functions are running products: sums of logarithms that are tabulated once an evaluation and lose no digits,
/// however large the parameters. A pattern then costs two logarithms and one exponential.
/// </remarks>
internal sealed class BetaGeometricLikelihood(PurchasePatterns patterns, bool canLeaveAtOnce)
{
    // How often the coin of leaving was tossed: after each repeat purchase, and in MBG/NBD after the first one too.
    private readonly int _extra = canLeaveAtOnce ? 1 : 0;
    private readonly Row[] _buys = new Row[patterns.HighestFrequency + 1], _stays = new Row[patterns.HighestFrequency + 2];

    /// <summary>A logarithm and its two derivatives.</summary>
    private record struct Row(double Value, double First, double Second);

    /// <summary>Minus the log-likelihood at the logarithms of (r, α, a, b).</summary>
    public double Evaluate(ReadOnlySpan<double> logs, Span<double> gradient)
    {
        double r = Math.Exp(logs[0]), alpha = Math.Exp(logs[1]), a = Math.Exp(logs[2]), b = Math.Exp(logs[3]);
        Tabulate(r, a, b);
        double sum = 0, sumR = 0, sumAlpha = 0, sumA = 0, sumB = 0;
        double[] recency = patterns.Recency, age = patterns.Age, weight = patterns.Weight;
        int[] frequency = patterns.Frequency;
        for (int i = 0; i < frequency.Length; i++)
        {
            int x = frequency[i], tosses = x + _extra;
            double logAge = Math.Log(alpha + age[i]), fromR = logs[1] - logAge, fromAlpha = r / alpha - (r + x) / (alpha + age[i]);
            double value = _buys[x].Value + _stays[tosses].Value + r * logs[1] - (r + x) * logAge, fromA = _stays[tosses].First, fromB = _stays[tosses].Second;
            if (tosses > 0)
            {
                double silence = logAge - Math.Log(alpha + recency[i]);
                double odds = Math.Exp(logs[2] + (r + x) * silence) / (b + tosses - 1), gone = double.IsInfinity(odds) ? 1 : odds / (1 + odds);
                value += double.IsInfinity(odds) ? logs[2] + (r + x) * silence - Math.Log(b + tosses - 1) : Math.Log(1 + odds);
                fromR += gone * silence;
                fromAlpha += gone * (r + x) * (1 / (alpha + age[i]) - 1 / (alpha + recency[i]));
                fromA += gone / a;
                fromB -= gone / (b + tosses - 1);
            }
            sum += weight[i] * value;
            sumR += weight[i] * (fromR + _buys[x].First);
            sumAlpha += weight[i] * fromAlpha;
            sumA += weight[i] * fromA;
            sumB += weight[i] * fromB;
        }
        (gradient[0], gradient[1], gradient[2], gradient[3]) = (-r * sumR, -alpha * sumAlpha, -a * sumA, -b * sumB);
        return -sum;
    }

    /// <summary>The probability of still being there, given a history.</summary>
    public static double ProbabilityAlive(double r, double alpha, double a, double b, CustomerHistory customer, bool canLeaveAtOnce)
    {
        int x = customer.Frequency, tosses = x + (canLeaveAtOnce ? 1 : 0);
        if (tosses == 0)
            return 1;
        double logOdds = Math.Log(a / (b + tosses - 1)) + (r + x) * Math.Log((alpha + customer.Age) / (alpha + customer.Recency));
        return 1 / (1 + Math.Exp(logOdds));
    }

    // Γ(r + x) ÷ Γ(r), and B(a, b + n) ÷ B(a, b), which is the probability of staying after n tosses.
    private void Tabulate(double r, double a, double b)
    {
        for (int x = 1; x < _buys.Length; x++)
            _buys[x] = new(_buys[x - 1].Value + Math.Log(r + x - 1), _buys[x - 1].First + 1 / (r + x - 1), 0);
        for (int n = 1; n < _stays.Length; n++)
        {
            double stay = b + n - 1, all = a + stay;
            _stays[n] = new(_stays[n - 1].Value + Math.Log(stay / all), _stays[n - 1].First - 1 / all, _stays[n - 1].Second + a / (stay * all));
        }
    }
}
