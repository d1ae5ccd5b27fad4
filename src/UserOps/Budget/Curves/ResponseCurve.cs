namespace UserOps.Budget;

/// <summary>What a channel brings in a period for what is spent on it in every period.</summary>
/// <param name="Most">The most that it can bring; for a curve without saturation what a unit brings. Zero or more.</param>
/// <param name="Saturation">How it levels off.</param>
public sealed record ResponseCurve(double Most, Saturation Saturation)
{
    /// <summary>The most that it can bring; for a curve without saturation what a unit brings. Zero or more.</summary>
    public double Most { get; } = Most >= 0 && double.IsFinite(Most) ? Most : throw Refused("brings at most", Most, "zero or more");

    /// <summary>How it levels off.</summary>
    public Saturation Saturation { get; } = Saturation ?? throw new UserOpsException("A curve has no saturation; where nothing levels off, say so with Saturation.None.");

    /// <summary>What is at work for each unit spent every period, above 0, see <see cref="Adstock.CarryOver"/>.</summary>
    public double CarryOver
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw Refused("carries over", value, "above 0");
    } = 1;

    /// <summary>What a spend brings, in the unit of the outcome.</summary>
    /// <param name="spend">Spend in every period, zero or more.</param>
    public double Response(double spend) => Most * Saturation.Share(CarryOver * spend);

    /// <summary>What one more unit of money brings.</summary>
    /// <param name="spend">Spend in every period, zero or more.</param>
    public double Marginal(double spend) => Most == 0 ? 0 : Most * CarryOver * Saturation.Slope(CarryOver * spend);

    /// <summary>From where on each further unit brings less than the one before.</summary>
    public double Inflexion => Saturation.Inflexion / CarryOver;

    private static UserOpsException Refused(string what, double value, string needed) =>
        new(FormattableString.Invariant($"A curve {what} {value}; a finite number, {needed}, is needed."));

    internal double Curvature(double spend) => Most * CarryOver * CarryOver * Saturation.Curvature(CarryOver * spend);
}
