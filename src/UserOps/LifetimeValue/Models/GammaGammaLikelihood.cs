using MathNet.Numerics;
using UserOps.Statistics;

namespace UserOps.LifetimeValue.Models;

/// <summary>The likelihood of the mean values under Gamma-Gamma.</summary>
/// <remarks>Gamma functions depend on the frequency alone and are taken once for each that occurs; a customer then costs one logarithm.</remarks>
internal sealed class GammaGammaLikelihood
{
    private readonly MeanValues _values;
    private readonly double[] _totals, _frequencies, _customers, _logTotals, _shares, _overAll;
    private readonly int[] _groupOf;
    private readonly double _logMeans;

    public GammaGammaLikelihood(MeanValues values)
    {
        _values = values;
        _totals = [.. values.Frequency.Select((x, i) => x * values.Mean[i])];
        _frequencies = [.. values.Frequency.Distinct()];
        var groups = _frequencies.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        _groupOf = [.. values.Frequency.Select(x => groups[x])];
        (_customers, _logTotals, _shares, _overAll) = (new double[groups.Count], new double[groups.Count], new double[groups.Count], new double[groups.Count]);
        for (int i = 0; i < values.Count; i++)
        {
            _customers[_groupOf[i]] += values.Weight[i];
            _logTotals[_groupOf[i]] += values.Weight[i] * Math.Log(_totals[i]);
            _logMeans += values.Weight[i] * Math.Log(values.Mean[i]);
        }
    }

    /// <summary>Minus the log-likelihood at the logarithms of (p, q, v).</summary>
    public double Evaluate(ReadOnlySpan<double> logs, Span<double> gradient)
    {
        double p = Math.Exp(logs[0]), q = Math.Exp(logs[1]), v = Math.Exp(logs[2]), sum = -_logMeans, byP = 0, byQ = 0, byV = 0;
        double logGammaQ = SpecialFunctions.GammaLn(q), digammaQ = SpecialFunctions.DiGamma(q);
        SumLogs(v);
        for (int group = 0; group < _frequencies.Length; group++)
        {
            double x = _frequencies[group], customers = _customers[group], shape = p * x, both = SpecialFunctions.DiGamma(shape + q);
            double shares = _shares[group], logAll = _logTotals[group] + shares;
            sum += customers * (LogGammaStep.Of(shape, q) - logGammaQ + q * logs[2]) - shape * shares - q * logAll;
            byP += x * (customers * LogGammaStep.Slope(shape, q) - shares);
            byQ += customers * (both - digammaQ + logs[2]) - logAll;
            byV += customers * q / v - (shape + q) * _overAll[group];
        }
        (gradient[0], gradient[1], gradient[2]) = (-p * byP, -q * byQ, -v * byV);
        return -sum;
    }

    // Sums over the customers of each frequency of ln(1 + v ÷ total) and 1 ÷ (total + v): with a large p the logarithms of both sides would leave no digit of their difference.
    private void SumLogs(double v)
    {
        Array.Clear(_shares);
        Array.Clear(_overAll);
        for (int i = 0; i < _totals.Length; i++)
        {
            double weight = _values.Weight[i], all = _totals[i] + v;
            _shares[_groupOf[i]] += weight * SpecialFunctions.Log1p(v / _totals[i]);
            _overAll[_groupOf[i]] += weight / all;
        }
    }
}
