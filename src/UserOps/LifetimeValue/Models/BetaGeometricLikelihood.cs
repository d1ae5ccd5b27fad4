namespace UserOps.LifetimeValue.Models;

/// <summary>The likelihood that BG/NBD and MBG/NBD share: they differ in whether a customer can also leave after the very first purchase.</summary>
/// <remarks>
/// Frequencies are whole, so ratios of gamma functions are running products: sums of logarithms that are tabulated once an evaluation and lose no digits,
/// however large the parameters; likewise logarithms of ages. A pattern then costs two logarithms and one exponential.
/// </remarks>
internal sealed class BetaGeometricLikelihood(PurchasePatterns patterns, bool canLeaveAtOnce)
{
    // How often the coin of leaving was tossed: after each repeat purchase, and in MBG/NBD after the first one too.
    private readonly int _extra = canLeaveAtOnce ? 1 : 0;
    private readonly int[] _frequency = patterns.Frequency, _ageOf = patterns.AgeOf;
    private readonly double[] _recency = patterns.Recency, _weight = patterns.Weight;
    private readonly Row[] _ages = new Row[patterns.Ages.Length];
    private readonly Row[] _buys = new Row[patterns.HighestFrequency + 1], _stays = new Row[patterns.HighestFrequency + 2];

    /// <summary>A logarithm and its two derivatives.</summary>
    private record struct Row(double Value, double First, double Second);

    /// <summary>Minus the log-likelihood at the logarithms of (r, α, a, b).</summary>
    public double Evaluate(ReadOnlySpan<double> logs, Span<double> gradient)
    {
        double r = Math.Exp(logs[0]), alpha = Math.Exp(logs[1]), a = Math.Exp(logs[2]), b = Math.Exp(logs[3]), logAlpha = logs[1], logA = logs[2];
        Tabulate(r, alpha, a, b);
        double sum = 0, sumR = 0, sumAlpha = 0, sumA = 0, sumB = 0;
        for (int i = 0; i < _frequency.Length; i++)
        {
            int x = _frequency[i], tosses = x + _extra;
            ref readonly var age = ref _ages[_ageOf[i]];
            ref readonly var buys = ref _buys[x];
            ref readonly var stays = ref _stays[tosses];
            double weight = _weight[i], rx = r + x, fromR = buys.First - age.Value, fromAlpha = -rx * age.First, fromA = stays.First, fromB = stays.Second;
            double value = buys.Value + stays.Value - rx * age.Value;
            if (tosses > 0)
            {
                double until = alpha + _recency[i], silence = age.Value - Math.Log(until), overB = 1 / (b + tosses - 1), exponent = logA + rx * silence;
                double odds = Math.Exp(exponent) * overB, gone = 1;
                if (odds < 1e300)
                {
                    gone = odds / (1 + odds);
                    value += Math.Log(1 + odds);
                }
                else
                    value += exponent + Math.Log(overB);
                fromR += gone * silence;
                fromAlpha += gone * rx * (age.First - 1 / until);
                fromA += gone / a;
                fromB -= gone * overB;
            }
            sum += weight * value;
            sumR += weight * fromR;
            sumAlpha += weight * fromAlpha;
            sumA += weight * fromA;
            sumB += weight * fromB;
        }
        // r ln α is the same for every customer.
        double customers = patterns.Customers;
        (gradient[0], gradient[1], gradient[2], gradient[3]) = (-r * (sumR + customers * logAlpha), -alpha * sumAlpha - r * customers, -a * sumA, -b * sumB);
        return -sum - customers * r * logAlpha;
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

    // ln(α + T), Γ(r + x) ÷ Γ(r), and B(a, b + n) ÷ B(a, b), which is the probability of staying after n tosses.
    private void Tabulate(double r, double alpha, double a, double b)
    {
        for (int i = 0; i < _ages.Length; i++)
            _ages[i] = new(Math.Log(alpha + patterns.Ages[i]), 1 / (alpha + patterns.Ages[i]), 0);
        for (int x = 1; x < _buys.Length; x++)
            _buys[x] = new(_buys[x - 1].Value + Math.Log(r + x - 1), _buys[x - 1].First + 1 / (r + x - 1), 0);
        for (int n = 1; n < _stays.Length; n++)
        {
            double stay = b + n - 1, all = a + stay;
            _stays[n] = new(_stays[n - 1].Value + Math.Log(stay / all), _stays[n - 1].First - 1 / all, _stays[n - 1].Second + a / (stay * all));
        }
    }
}
