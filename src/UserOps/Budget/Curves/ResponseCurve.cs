namespace UserOps.Budget;

/// <summary>What a channel brings in a period for what is spent on it in every period.</summary>
/// <param name="Most">The most that it can bring; for a curve without saturation what a unit brings. Zero or more.</param>
/// <param name="Saturation">How it levels off.</param>
public sealed record ResponseCurve(double Most, Saturation Saturation)
{
    /// <summary>What is at work for each unit spent every period, see <see cref="Adstock.CarryOver"/>.</summary>
    public double CarryOver { get; init; } = 1;

    /// <summary>What a spend brings, in the unit of the outcome.</summary>
    /// <param name="spend">Spend in every period, zero or more.</param>
    public double Response(double spend) => Most * Saturation.Share(CarryOver * spend);

    /// <summary>What one more unit of money brings.</summary>
    /// <param name="spend">Spend in every period, zero or more.</param>
    public double Marginal(double spend) => Most == 0 ? 0 : Most * CarryOver * Saturation.Slope(CarryOver * spend);

    /// <summary>From where on each further unit brings less than the one before.</summary>
    public double Inflexion => Saturation.Inflexion / CarryOver;

    internal double Curvature(double spend) => Most * CarryOver * CarryOver * Saturation.Curvature(CarryOver * spend);
}
