using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Statistics;

namespace UserOps.LifetimeValue.Contracts;

/// <summary>An estimated parameter of a retention law.</summary>
/// <param name="Name">Its letter.</param>
/// <param name="Value">The estimate.</param>
/// <param name="StandardError">Its standard error; null on the boundary.</param>
/// <param name="Interval">Its interval; null on the boundary.</param>
public sealed record ContractParameter(string Name, double Value, double? StandardError, Interval? Interval);

/// <summary>How many customers stay beyond a period.</summary>
/// <param name="Period">The period, 0 is the start.</param>
/// <param name="Survival">The share who stay beyond it.</param>
/// <param name="Interval">Its interval; null at the start.</param>
/// <param name="Retention">The share of those who came into the period who stay; null at the start.</param>
public sealed record ProjectedRetention(int Period, double Survival, Interval? Interval, double? Retention);

/// <summary>A model of retention under contract with its projection.</summary>
public sealed record ContractResult : AnalysisResult
{
    internal ContractResult() { }

    /// <summary>What was asked.</summary>
    public required ContractDefinition Definition { get; init; }

    /// <summary>The data.</summary>
    public required ContractDurations Durations { get; init; }

    /// <summary>The estimated law.</summary>
    public required RetentionLaw Law { get; init; }

    /// <summary>The parameters with their errors.</summary>
    public required IReadOnlyList<ContractParameter> Parameters { get; init; }

    /// <summary>The log-likelihood at the estimates.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Discounted expected lifetime (DEL) of a new customer in periods; times the margin of a period it is the value of the customer.</summary>
    public required double Lifetime { get; init; }

    /// <summary>Its interval.</summary>
    public required Interval? LifetimeInterval { get; init; }

    /// <summary>The projected shares, from period 0 to the horizon.</summary>
    public required IReadOnlyList<ProjectedRetention> Projection { get; init; }

    internal double? LogLikelihoodWithoutShape { get; init; }

    /// <summary>Akaike's information criterion: the lower of two models of the same data is the better one.</summary>
    public double Aic => 2 * Parameters.Count - 2 * LogLikelihood;

    /// <summary>The p-value of the likelihood-ratio test of the shape being 1; null for the shifted beta-geometric.</summary>
    public double? DurationDependence => LogLikelihoodWithoutShape is { } without ? ChiSquare.Tail(2 * (LogLikelihood - without), 1) : null;

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Projected retention",
        [
            new("Period", Format.Count), new("Came into it", Format.Count), new("Stayed beyond: seen", Format.Percent()), new("Model", Format.Percent()),
            new("Lower", Format.Percent()), new("Upper", Format.Percent()), new("Retention of the period", Format.Percent()),
        ],
        Projection.Select(point => new object?[]
        {
            point.Period, IsSeen(point) ? Durations.AtRisk(point.Period) : null, Seen(point), point.Survival, point.Interval?.Lower, point.Interval?.Upper, point.Retention,
        }),
        string.Join(" · ", [$"n = {Caption.Count(Durations.Customers)} customers", Name, .. Parameters.Select(Write), Criteria, Life, $"{Caption.PerCent(Definition.Level)} intervals (delta method)"]));

    /// <inheritdoc/>
    public override Chart ToChart() => new LineChart(
        "Customers who stay",
        [.. Projection.Select(point => (object)(double)point.Period)],
        new("Period of the contract", Format.Count),
        new("Share of customers", Format.Percent(0)),
        [
            new(Name, [.. Projection.Select(point => point.Survival)])
            {
                Lower = [.. Projection.Select(point => point.Interval?.Lower ?? double.NaN)],
                Upper = [.. Projection.Select(point => point.Interval?.Upper ?? double.NaN)],
            },
            new("Seen", [.. Projection.Select(point => Seen(point) ?? double.NaN)]),
        ])
    { Subtitle = $"n = {Caption.Count(Durations.Customers)} customers · projected beyond period {Durations.Periods}" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Note(Parameters.Any(parameter => parameter.Interval is null),
            "A parameter lies on its boundary and has no standard error: the data do not tell customers apart, or hold too few periods."),
        .. Note(Durations.Unwatched > 0, $"Left out: {Caption.Count(Durations.Unwatched)} customers who were not watched for one whole period."),
        .. Note(DurationDependence is not null, $"Does a customer's own churn change with time? {PWords.Of(DurationDependence ?? 1)} against a shape of 1 (likelihood ratio). Above 0.05 the simpler shifted beta-geometric will do."),
        "Retention rises with the age of a cohort since those who leave easily are gone first; it need not mean that anybody became more loyal.",
    ];

    private string Name => Definition.Model == ContractModel.BetaDiscreteWeibull ? "beta-discrete-Weibull (BdW)" : "shifted beta-geometric (sBG)";

    private string Criteria => FormattableString.Invariant($"log-likelihood {LogLikelihood:0.000}, AIC {Aic:0.0}");

    private string Life => FormattableString.Invariant($"expected lifetime {Lifetime:0.00} periods{(LifetimeInterval is { } range ? $" [{range.Lower:0.00}, {range.Upper:0.00}]" : "")} at a discount of {Definition.Discount} a period");

    private bool IsSeen(ProjectedRetention point) => point.Period >= 1 && point.Period <= Durations.Periods;

    private double? Seen(ProjectedRetention point) => point.Period <= Durations.Periods ? Durations.Survival()[point.Period] : null;

    private static string Write(ContractParameter parameter) =>
        FormattableString.Invariant($"{parameter.Name} {parameter.Value:0.0000}{(parameter.StandardError is { } error ? $" (SE {error:0.0000})" : "")}");

    private static string[] Note(bool applies, string words) => applies ? [words] : [];
}
