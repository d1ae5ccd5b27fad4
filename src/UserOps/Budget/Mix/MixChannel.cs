using UserOps.Statistics;

namespace UserOps.Budget;

/// <summary>What a model of the mix says of a channel.</summary>
/// <param name="Name">The column of its spend.</param>
/// <param name="Spend">What was spent in all periods.</param>
/// <param name="Curve">What it brings for a spend that is the same in every period.</param>
public sealed record MixChannel(string Name, double Spend, ResponseCurve Curve)
{
    /// <summary>How its effect lasts.</summary>
    public required Adstock Adstock { get; init; }

    /// <summary>What it brought in all periods.</summary>
    public required Estimate Contribution { get; init; }

    /// <summary>What a unit of money brought on average.</summary>
    public required Estimate Return { get; init; }

    /// <summary>What one more unit of money in every period would bring at the mean spend.</summary>
    public required Estimate Marginal { get; init; }

    /// <summary>Its curve in each draw.</summary>
    public required IReadOnlyList<ResponseCurve> Draws { get; init; }

    /// <summary>What was spent in each period.</summary>
    public required IReadOnlyList<double> SpendByPeriod { get; init; }

    /// <summary>The largest spend of a period: further out the curve is a guess.</summary>
    public double LargestSpend => SpendByPeriod.Max();
}

/// <summary>How well a model says what it has not seen.</summary>
/// <param name="Periods">How many periods at the end were held out.</param>
/// <param name="Error">The mean absolute error as a part of the outcome (MAPE), a fraction.</param>
/// <param name="NaiveError">The same when each period is foretold by the one a year before; null where the table is too short.</param>
/// <param name="Predicted">What the model fitted to the other periods says of those held out.</param>
public sealed record MixHoldOut(int Periods, double Error, double? NaiveError, IReadOnlyList<double> Predicted);
