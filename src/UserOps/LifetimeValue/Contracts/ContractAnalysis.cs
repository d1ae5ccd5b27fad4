using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.LifetimeValue.Contracts;

/// <summary>Projects how long customers under contract stay.</summary>
public static class ContractAnalysis
{
    private const int LeastEnded = 10;
    private static readonly ParameterBox Box = new([-12, -12, -4], [14, 14, 4]);

    /// <summary>Fits a model of retention under contract and projects it beyond the data.</summary>
    /// <remarks>
    /// Maximum likelihood; intervals of parameters are normal on their logarithm, those of retention on log(−log S), those of the lifetime on its logarithm
    /// (delta method). Where customers do not differ, α and β grow without end together: this is reported as the boundary, without standard errors.
    /// </remarks>
    /// <exception cref="UserOpsException">The definition contradicts itself.</exception>
    /// <exception cref="InsufficientDataException">Fewer than 10 customers ended, or fewer periods were watched than the model has parameters.</exception>
    public static ContractResult Retention(this ContractDurations durations, ContractDefinition? definition = null)
    {
        definition ??= new();
        definition.Check();
        bool hasShape = definition.Model == ContractModel.BetaDiscreteWeibull;
        Check(durations, hasShape ? 3 : 2);
        var found = Fit(durations, hasShape);
        var law = new ContractLikelihood(durations, hasShape).Law(found.Parameters);
        var errors = new LawErrors(found, point => new ContractLikelihood(durations, hasShape).Law(point), definition.Level);
        return new()
        {
            Definition = definition,
            Durations = durations,
            Law = law,
            Parameters = errors.Parameters(hasShape ? ["α", "β", "c"] : ["α", "β"]),
            LogLikelihood = found.LogLikelihood,
            LogLikelihoodWithoutShape = hasShape ? Fit(durations, false).LogLikelihood : null,
            Lifetime = law.ExpectedLifetime(definition.Discount),
            LifetimeInterval = errors.Of(other => Math.Log(other.ExpectedLifetime(definition.Discount)), Math.Exp),
            Projection = [.. Enumerable.Range(0, durations.Periods + definition.Horizon + 1).Select(period => Project(law, errors, period))],
        };
    }

    private static LikelihoodMaximum Fit(ContractDurations durations, bool hasShape)
    {
        var likelihood = new ContractLikelihood(durations, hasShape);
        double first = Math.Clamp((double)durations.Ended[0] / durations.Customers, 0.01, 0.99);
        double[][] starts =
        [
            .. from size in new[] { 0.5, 2, 10 }
               from shape in hasShape ? new[] { 0, 0.5, -0.5 } : [0]
               select new[] { Math.Log(first * size), Math.Log((1 - first) * size), shape }.Take(hasShape ? 3 : 2).ToArray(),
        ];
        return MaximumLikelihood.Find(likelihood.Evaluate, starts, new([.. Box.Lower.Take(starts[0].Length)], [.. Box.Upper.Take(starts[0].Length)]));
    }

    private static ProjectedRetention Project(RetentionLaw law, LawErrors errors, int period) => period == 0
        ? new(0, 1, null, null)
        : new(period, law.Survival(period), errors.Of(other => Math.Log(-other.LogSurvival(period)), value => Math.Exp(-Math.Exp(value))), law.Retention(period));

    private static void Check(ContractDurations durations, int parameters)
    {
        int periods = Enumerable.Range(1, durations.Periods).Count(period => durations.AtRisk(period) > 0);
        if (periods < parameters)
            throw new InsufficientDataException($"{periods} periods in which customers were watched", $"{parameters} or more", "Wait for more renewals, or choose a model with fewer parameters.");
        if (durations.Ended.Sum() < LeastEnded)
            throw new InsufficientDataException($"{durations.Ended.Sum()} customers who ended", $"{LeastEnded} or more", "Take more customers or a longer time.");
        if (durations.Ended[0] == durations.Customers)
            throw new InsufficientDataException($"{durations.Customers} customers who all ended in the first period", "some who stayed longer", "Check whether the durations are in the period of the contract.");
    }
}

/// <summary>Carries the uncertainty of the parameters over to what is computed of them (delta method).</summary>
internal sealed class LawErrors(LikelihoodMaximum maximum, Func<double[], RetentionLaw> law, double level)
{
    private readonly double _z = Normal.InvCDF(0, 1, 0.5 + level / 2);

    public IReadOnlyList<ContractParameter> Parameters(string[] names) => [.. names.Select((name, i) => Parameter(name, i))];

    /// <summary>The interval of a value on a scale on which it is about normal; null where the value has none.</summary>
    public Interval? Of(Func<RetentionLaw, double> value, Func<double, double> back)
    {
        double at = value(law(maximum.Parameters));
        var gradient = Vector<double>.Build.Dense(maximum.Parameters.Length, i => Slope(value, i));
        double half = _z * Math.Sqrt(gradient * maximum.Covariance * gradient), one = back(at - half), other = back(at + half);
        return double.IsFinite(half) ? new(Math.Min(one, other), Math.Max(one, other), level) : null;
    }

    private ContractParameter Parameter(string name, int i)
    {
        double value = Math.Exp(maximum.Parameters[i]), error = maximum.StandardErrors[i];
        return double.IsNaN(error)
            ? new(name, value, null, null)
            : new(name, value, value * error, new(value * Math.Exp(-_z * error), value * Math.Exp(_z * error), level));
    }

    private double Slope(Func<RetentionLaw, double> value, int parameter)
    {
        const double Step = 1e-4;
        double[] above = [.. maximum.Parameters], below = [.. maximum.Parameters];
        (above[parameter], below[parameter]) = (above[parameter] + Step, below[parameter] - Step);
        return (value(law(above)) - value(law(below))) / (2 * Step);
    }
}
