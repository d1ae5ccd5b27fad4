using System.Globalization;
using UserOps.Data;
using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Statistics;

namespace UserOps.LifetimeValue.Models;

/// <summary>A model of repeat buying fitted to histories: its parameters with their errors, and what it expects of each customer.</summary>
public abstract record PurchaseModelFit : AnalysisResult
{
    /// <summary>The level of all intervals.</summary>
    public const double Level = 0.95;

    private readonly Lazy<IReadOnlyList<ModelParameter>> _parameters;

    private protected PurchaseModelFit(TimeUnit unit, PurchasePatterns patterns, LikelihoodMaximum maximum, IReadOnlyList<string> names)
    {
        (Unit, Patterns, Maximum) = (unit, patterns, maximum);
        _parameters = new(() => ModelParameter.Of(maximum, names, Level));
    }

    /// <summary>The name of the model in the literature.</summary>
    public abstract string ModelName { get; }

    /// <summary>The model with the estimated parameters.</summary>
    public abstract PurchaseModel Model { get; }

    /// <summary>The unit of all times.</summary>
    public TimeUnit Unit { get; }

    /// <summary>How many customers the model was fitted to.</summary>
    public int Customers => (int)Patterns.Customers;

    /// <summary>How many of them bought again.</summary>
    public int RepeatBuyers => (int)Patterns.RepeatBuyers();

    /// <summary>The logarithm of the likelihood of all customers.</summary>
    public double LogLikelihood => Maximum.LogLikelihood;

    /// <summary>Akaike's information criterion: less is better among models of the same histories.</summary>
    public double Aic => 2 * Model.Values.Count - 2 * LogLikelihood;

    /// <summary>The Bayesian information criterion: less is better among models of the same histories.</summary>
    public double Bic => Model.Values.Count * Math.Log(Patterns.Customers) - 2 * LogLikelihood;

    /// <summary>The parameters with standard errors and profile likelihood intervals.</summary>
    public IReadOnlyList<ModelParameter> Parameters => _parameters.Value;

    /// <summary>Whether a parameter is on the boundary: the data then fit a simpler model just as well.</summary>
    public bool IsOnBoundary => Maximum.IsOnBoundary.Contains(true);

    internal PurchasePatterns Patterns { get; }

    internal LikelihoodMaximum Maximum { get; }

    /// <summary>The model fitted again to customers drawn with replacement: how far chance moves the estimates.</summary>
    internal abstract IReadOnlyList<PurchaseModel> Draws { get; }

    /// <summary>The probability that the customer will still buy, between 0 and 1.</summary>
    public double ProbabilityAlive(CustomerHistory customer) => Model.ProbabilityAlive(customer);

    /// <summary>The purchases expected of a customer in the time after the end of observation.</summary>
    /// <param name="customer">What is known of the customer.</param>
    /// <param name="horizon">The time ahead, in <see cref="Unit"/>; 0 or more.</param>
    public double ExpectedPurchases(CustomerHistory customer, double horizon) => Model.ExpectedPurchases(customer, horizon);

    /// <summary>The purchases expected of a new customer after the first one.</summary>
    /// <param name="horizon">The time since the first purchase, in <see cref="Unit"/>; 0 or more.</param>
    public double ExpectedPurchases(double horizon) => Model.ExpectedPurchases(horizon);

    /// <summary>What the model expects of each customer in the time after the end of observation, with intervals.</summary>
    /// <param name="histories">The customers, with times in <see cref="Unit"/>.</param>
    /// <param name="horizon">The time ahead, in <see cref="Unit"/>; 0 or more.</param>
    public PurchaseForecast Forecast(CustomerHistories histories, double horizon) => ForecastAnalysis.Run(this, histories, horizon);

    /// <summary>What each customer is worth from now on: expected purchases × expected value of a purchase, discounted, with intervals.</summary>
    /// <param name="values">What purchases are worth.</param>
    /// <param name="histories">The customers, with times in <see cref="Unit"/>.</param>
    /// <param name="discounting">How far ahead, and how much less later purchases are worth.</param>
    /// <exception cref="InsufficientDataException">The mean value over customers is infinite.</exception>
    public CustomerValues Values(GammaGammaFit values, CustomerHistories histories, Discounting discounting) => ValueAnalysis.Run(this, values, histories, discounting);

    /// <summary>Compares what the model expects with what customers did after calibration, by how often they had bought before.</summary>
    /// <param name="histories">The histories up to the end of calibration.</param>
    /// <param name="holdOut">What the same customers did after it.</param>
    public HoldOutCheck Check(CustomerHistories histories, HoldOut holdOut) => HoldOutCheck.Of(this, histories, holdOut);

    /// <summary>Compares the repeat purchases of all customers over time with what the model expects, in calibration and hold-out.</summary>
    /// <param name="data">The export with the orders.</param>
    /// <param name="summary">Its histories, in <see cref="Unit"/>.</param>
    public PurchaseTracking Track(Dataset data, CustomerHistoryResult summary) => PurchaseTracking.Of(this, data, summary);

    /// <inheritdoc/>
    public override Table ToTable() => ModelParameter.Table($"{ModelName} of {Caption.Count(Customers)} customers", Parameters, string.Create(
        CultureInfo.InvariantCulture,
        $"n = {Customers:N0} customers, {RepeatBuyers:N0} with a repeat purchase · log-likelihood {LogLikelihood:0.00}, AIC {Aic:0.0}, BIC {Bic:0.0} · times in {Unit.Plural()} · {ModelParameter.LevelWords}"));

    /// <inheritdoc/>
    public override Chart ToChart() => FrequencyChart.Of(this);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => IsOnBoundary ? [ModelParameter.BoundaryNote(Parameters)] : [];
}

/// <summary>A model of repeat buying fitted to histories.</summary>
/// <typeparam name="T">The model.</typeparam>
public sealed record PurchaseModelFit<T> : PurchaseModelFit where T : PurchaseModel
{
    private readonly Lazy<IReadOnlyList<PurchaseModel>> _draws;

    internal PurchaseModelFit(string name, TimeUnit unit, PurchasePatterns patterns, LikelihoodMaximum maximum, IReadOnlyList<string> names, Func<IReadOnlyList<double>, T> create)
        : base(unit, patterns, maximum, names)
    {
        ModelName = name;
        Model = create([.. maximum.Parameters.Select(Math.Exp)]);
        _draws = new(() => [.. Resampling.Draws(maximum, patterns, Model.Likelihood).Select(logs => create([.. logs.Select(Math.Exp)]))]);
    }

    /// <inheritdoc/>
    public override string ModelName { get; }

    /// <inheritdoc/>
    public override T Model { get; }

    internal override IReadOnlyList<PurchaseModel> Draws => _draws.Value;
}
