using UserOps.Statistics;

namespace UserOps.LifetimeValue.Models;

/// <summary>What covariates act on: the logarithm of each parameter moves by the shift × coefficient × covariate.</summary>
/// <param name="Name">What a positive coefficient means.</param>
/// <param name="Shift">By how much the logarithm of each parameter moves.</param>
internal sealed record CovariateEffect(string Name, double[] Shift);

/// <summary>A model that takes covariates.</summary>
/// <typeparam name="T">The model.</typeparam>
internal interface ICovariates<T> where T : PurchaseModel
{
    /// <summary>What covariates act on, one coefficient a covariate each.</summary>
    static abstract IReadOnlyList<CovariateEffect> Effects { get; }
}

/// <summary>The likelihood with covariates: customers with equal covariates share the likelihood of the plain model at their own parameters.</summary>
internal sealed class CovariateLikelihood
{
    private readonly IReadOnlyList<CovariateEffect> _effects;
    private readonly (double[] Values, GradientFunction Likelihood)[] _groups;
    private readonly int _base, _covariates;

    private CovariateLikelihood(IReadOnlyList<CovariateEffect> effects, int parameters, int covariates, (double[], GradientFunction)[] groups) =>
        (_effects, _base, _covariates, _groups) = (effects, parameters, covariates, groups);

    /// <summary>How many parameters: those of the model, then for each effect one coefficient a covariate.</summary>
    public int Size => _base + _effects.Count * _covariates;

    /// <param name="any">The model at any parameters.</param>
    /// <param name="effects">What covariates act on.</param>
    /// <param name="histories">The customers.</param>
    /// <param name="rows">The covariates of each.</param>
    public static CovariateLikelihood Of(PurchaseModel any, IReadOnlyList<CovariateEffect> effects, CustomerHistories histories, double[][] rows)
    {
        var groups = Enumerable.Range(0, histories.Count).GroupBy(row => string.Join(' ', rows[row].Select(BitConverter.DoubleToInt64Bits)));
        return new(effects, any.Values.Count, rows[0].Length, [.. groups.Select(group => (rows[group.First()], any.Likelihood(Patterns(histories, [.. group]))))]);
    }

    /// <summary>The logarithms of the parameters of a customer with these covariates.</summary>
    public static double[] Logs(ReadOnlySpan<double> point, IReadOnlyList<CovariateEffect> effects, int parameters, double[] values)
    {
        double[] logs = point[..parameters].ToArray();
        for (int effect = 0; effect < effects.Count; effect++)
            for (int k = 0; k < values.Length; k++)
                for (int j = 0; j < parameters; j++)
                    logs[j] += effects[effect].Shift[j] * point[parameters + effect * values.Length + k] * values[k];
        return logs;
    }

    /// <summary>Minus the log-likelihood at the logarithms of the parameters, then the coefficients.</summary>
    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
    {
        double sum = 0;
        double[] part = new double[_base];
        gradient.Clear();
        foreach (var (values, likelihood) in _groups)
        {
            sum += likelihood(Logs(point, _effects, _base, values), part);
            for (int j = 0; j < _base; j++)
            {
                gradient[j] += part[j];
                for (int effect = 0; effect < _effects.Count; effect++)
                    for (int k = 0; k < values.Length; k++)
                        gradient[_base + effect * _covariates + k] += part[j] * _effects[effect].Shift[j] * values[k];
            }
        }
        return sum;
    }

    private static PurchasePatterns Patterns(CustomerHistories histories, int[] rows) => PurchasePatterns.Of(
        [.. rows.Select(row => histories.Frequency[row])], [.. rows.Select(row => histories.Recency[row])], [.. rows.Select(row => histories.Age[row])], customers: null);
}
