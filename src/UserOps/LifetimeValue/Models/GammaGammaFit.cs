using System.Globalization;
using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.LifetimeValue.Models;

/// <summary>The Gamma-Gamma model fitted: what purchases are worth, with the check of its assumption as a part.</summary>
public sealed record GammaGammaFit : AnalysisResult
{
    private readonly Lazy<IReadOnlyList<ModelParameter>> _parameters;
    private readonly Lazy<IReadOnlyList<GammaGamma>> _draws;

    internal GammaGammaFit(MeanValues values, LikelihoodMaximum maximum)
    {
        Maximum = maximum;
        Customers = values.Count;
        Model = Create(maximum.Parameters);
        Independence = FrequencyValueCheck.Of(values);
        _parameters = new(() => ModelParameter.Of(maximum, ["p", "q", "v"], PurchaseModelFit.Level));
        _draws = new(() => [.. Resampling.Draws(maximum, values.Count, times => new GammaGammaLikelihood(values with { Weight = times }).Evaluate).Select(Create)]);
    }

    /// <summary>The model with the estimated parameters.</summary>
    public GammaGamma Model { get; }

    /// <summary>How many repeat buyers it was fitted to.</summary>
    public int Customers { get; }

    /// <summary>The logarithm of the likelihood of their mean values.</summary>
    public double LogLikelihood => Maximum.LogLikelihood;

    /// <summary>Akaike's information criterion.</summary>
    public double Aic => 6 - 2 * LogLikelihood;

    /// <summary>The Bayesian information criterion.</summary>
    public double Bic => 3 * Math.Log(Customers) - 2 * LogLikelihood;

    /// <summary>The parameters with standard errors and profile likelihood intervals.</summary>
    public IReadOnlyList<ModelParameter> Parameters => _parameters.Value;

    /// <summary>Whether a parameter is on the boundary.</summary>
    public bool IsOnBoundary => Maximum.IsOnBoundary.Contains(true);

    /// <summary>Whether frequent buyers spend more or less per purchase than others, which the model assumes not to be.</summary>
    public FrequencyValueCheck Independence { get; }

    internal LikelihoodMaximum Maximum { get; }

    internal IReadOnlyList<GammaGamma> Draws => _draws.Value;

    /// <summary>The expected value of a purchase of a customer.</summary>
    public double ExpectedValue(CustomerHistory customer) => Model.ExpectedValue(customer);

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => [Independence];

    /// <inheritdoc/>
    public override Table ToTable() => ModelParameter.Table($"Gamma-Gamma of {Caption.Count(Customers)} repeat buyers", Parameters, string.Create(
        CultureInfo.InvariantCulture,
        $"n = {Customers:N0} repeat buyers · log-likelihood {LogLikelihood:0.00}, AIC {Aic:0.0}, BIC {Bic:0.0} · mean value of a purchase over customers {Model.PopulationMean:0.00} · {ModelParameter.LevelWords}"));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. IsOnBoundary ? [ModelParameter.BoundaryNote(Parameters)] : Array.Empty<string>(),
        .. Model.Q <= 1 ? ["q is 1 or less: the mean over customers is infinite, so nothing is expected of customers without a repeat purchase."] : Array.Empty<string>(),
    ];

    private static GammaGamma Create(double[] logs) => new(Math.Exp(logs[0]), Math.Exp(logs[1]), Math.Exp(logs[2]));
}
