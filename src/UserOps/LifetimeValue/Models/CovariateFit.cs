using System.Globalization;
using MathNet.Numerics.Distributions;
using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.LifetimeValue.Models;

/// <summary>How one covariate moves one side of a model.</summary>
/// <param name="Effect">What a positive coefficient means.</param>
/// <param name="Covariate">The name of the covariate.</param>
/// <param name="Estimate">The coefficient: one unit more multiplies by its exponential.</param>
/// <param name="StandardError">Its standard error; null where the data set no limit.</param>
/// <param name="Interval">Its normal interval; null where the data set no limit.</param>
public sealed record CovariateCoefficient(string Effect, string Covariate, double Estimate, double? StandardError, Interval? Interval);

/// <summary>A model of repeat buying whose parameters depend on what is known of each customer.</summary>
/// <typeparam name="T">The model.</typeparam>
/// <remarks>
/// P. S. Fader and B. G. S. Hardie (2007), "Incorporating time-invariant covariates into the Pareto/NBD and BG/NBD models". BG/NBD: α = α₀ e^−γ₁z, a = a₀ e^γ₂z, b = b₀ e^γ₃z;
/// Pareto/NBD: α = α₀ e^−γ₁z, β = β₀ e^−γ₂z.
/// </remarks>
public sealed record CovariateFit<T> : AnalysisResult where T : PurchaseModel
{
    private readonly Func<double[], T> _modelOf;

    internal CovariateFit(PurchaseModelFit<T> without, Func<double[], T> modelOf) => (Without, _modelOf) = (without, modelOf);

    /// <summary>The same model without covariates.</summary>
    public PurchaseModelFit<T> Without { get; }

    /// <summary>The model of a customer whose covariates are all 0.</summary>
    public required T Baseline { get; init; }

    /// <summary>How covariates move purchases and leaving.</summary>
    public required IReadOnlyList<CovariateCoefficient> Coefficients { get; init; }

    /// <summary>The logarithm of the likelihood of all customers.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Akaike's information criterion.</summary>
    public double Aic => 2 * (Baseline.Values.Count + Coefficients.Count) - 2 * LogLikelihood;

    /// <summary>The Bayesian information criterion.</summary>
    public double Bic => (Baseline.Values.Count + Coefficients.Count) * Math.Log(Without.Customers) - 2 * LogLikelihood;

    /// <summary>The probability of so much higher a likelihood if no covariate mattered (likelihood-ratio test).</summary>
    public double PValue => ChiSquare.Tail(2 * (LogLikelihood - Without.LogLikelihood), Coefficients.Count);

    /// <summary>The model of a customer with these covariates, in the order of the fit.</summary>
    public T ModelOf(params double[] covariates) => _modelOf(covariates);

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => [Without];

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"{Without.ModelName} with covariates",
        [new("A positive coefficient means", Format.Text), new("Covariate", Format.Text), new("Coefficient", Format.Number(4)), new("Standard error", Format.Number(4)), new("Lower", Format.Number(4)), new("Upper", Format.Number(4))],
        Coefficients.Select(one => new object?[] { one.Effect, one.Covariate, one.Estimate, one.StandardError, one.Interval?.Lower, one.Interval?.Upper }),
        string.Create(CultureInfo.InvariantCulture,
            $"n = {Without.Customers:N0} customers · log-likelihood {LogLikelihood:0.00} with, {Without.LogLikelihood:0.00} without covariates, {PWords.Of(PValue)} · AIC {Aic:0.0}, BIC {Bic:0.0} · times in {Without.Unit.Plural()} · 95 % intervals"));
}

/// <summary>Fits models with covariates.</summary>
internal static class CovariateFitting
{
    public static CovariateFit<T> Fit<T>(CustomerHistories histories, CustomerCovariates covariates) where T : PurchaseModel, IFittable<T>, ICovariates<T>
    {
        foreach (var column in covariates.Columns)
            HistoryChecks.SameLength(histories.Count, column.Count);
        var without = ModelFitting.Fit<T>(histories);
        int parameters = without.Model.Values.Count, count = covariates.Names.Count;
        // In units of their spread, so that the search meets coefficients of like size.
        double[] spreads = covariates.Spreads();
        double[][] rows = [.. Enumerable.Range(0, histories.Count).Select(row => Scale(covariates.Row(row), spreads))];
        var likelihood = CovariateLikelihood.Of(without.Model, T.Effects, histories, rows);
        double[] start = new double[likelihood.Size];
        without.Maximum.Parameters.CopyTo(start, 0);
        var maximum = MaximumLikelihood.Find(likelihood.Evaluate, [start], ParameterBox.Around(likelihood.Size, 16));
        return new(without, values => values.Length == count
            ? At(Scale(values, spreads))
            : throw new UserOpsException($"Found {values.Length} covariates; {count} are needed: {string.Join(", ", covariates.Names)}."))
        {
            Baseline = At(new double[count]),
            LogLikelihood = maximum.LogLikelihood,
            Coefficients = [.. T.Effects.SelectMany((effect, e) => covariates.Names.Select((name, k) => Coefficient(effect.Name, name, maximum, parameters + e * count + k, spreads[k])))],
        };

        T At(double[] scaled) => T.Create([.. CovariateLikelihood.Logs(maximum.Parameters, T.Effects, parameters, scaled).Select(log => Math.Exp(log))]);
    }

    private static double[] Scale(double[] values, double[] spreads) => [.. values.Zip(spreads, (value, spread) => value / spread)];

    private static CovariateCoefficient Coefficient(string effect, string name, LikelihoodMaximum maximum, int index, double spread)
    {
        double estimate = maximum.Parameters[index] / spread, error = maximum.StandardErrors[index] / spread, half = Normal.InvCDF(0, 1, 0.5 + PurchaseModelFit.Level / 2) * error;
        return double.IsNaN(error) ? new(effect, name, estimate, null, null) : new(effect, name, estimate, error, new(estimate - half, estimate + half, PurchaseModelFit.Level));
    }
}
