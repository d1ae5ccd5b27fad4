namespace UserOps.Budget;

/// <summary>How the effect of more money levels off: a part from 0 to 1 of the most that can be reached.</summary>
public abstract record Saturation
{
    private protected Saturation() { }

    /// <summary>The part of the most that is reached.</summary>
    /// <param name="x">What is at work, zero or more.</param>
    public abstract double Share(double x);

    /// <summary>The derivative of <see cref="Share"/>.</summary>
    /// <param name="x">What is at work, zero or more.</param>
    public abstract double Slope(double x);

    /// <summary>The second derivative of <see cref="Share"/>.</summary>
    /// <param name="x">What is at work, zero or more.</param>
    public abstract double Curvature(double x);

    /// <summary>From where on each further unit brings less than the one before; 0 where it does from the start.</summary>
    public virtual double Inflexion => 0;

    /// <summary>Hill's curve: xˢ ÷ (xˢ + hˢ); S-shaped where the shape is above 1.</summary>
    /// <param name="Half">Where half of the most is reached, above 0.</param>
    /// <param name="Steepness">The exponent s, above 0.</param>
    /// <remarks>A. V. Hill (1910). Robyn's <c>saturation_hill(x, alpha, gamma)</c> has s = alpha and h = gamma × the largest x.</remarks>
    public sealed record Hill(double Half, double Steepness) : Saturation
    {
        /// <summary>Where half of the most is reached, above 0.</summary>
        public double Half { get; } = Positive(Half, "point of half the effect");

        /// <summary>The exponent s, above 0.</summary>
        public double Steepness { get; } = Positive(Steepness, "steepness");

        /// <inheritdoc/>
        public override double Inflexion => Steepness > 1 ? Half * Math.Pow((Steepness - 1) / (Steepness + 1), 1 / Steepness) : 0;

        /// <inheritdoc/>
        public override double Share(double x) => x <= 0 ? 0 : 1 / (1 + Math.Pow(Half / x, Steepness));

        /// <inheritdoc/>
        public override double Slope(double x)
        {
            if (x <= 0)
                return Steepness > 1 ? 0 : Steepness == 1 ? 1 / Half : double.PositiveInfinity;
            double share = Share(x);
            return Steepness * share * (1 - share) / x;
        }

        /// <inheritdoc/>
        public override double Curvature(double x) => x <= 0 ? double.NaN : Slope(x) * (Steepness - 1 - 2 * Steepness * Share(x)) / x;
    }

    /// <summary>The curve of Michaelis and Menten: x ÷ (x + h), which levels off from the start.</summary>
    /// <param name="Half">Where half of the most is reached, above 0.</param>
    /// <remarks>L. Michaelis and M. L. Menten (1913). Robyn's <c>mic_men(x, Vmax, Km)</c> is Vmax times this with h = Km.</remarks>
    public sealed record MichaelisMenten(double Half) : Saturation
    {
        /// <summary>Where half of the most is reached, above 0.</summary>
        public double Half { get; } = Positive(Half, "point of half the effect");

        /// <inheritdoc/>
        public override double Share(double x) => x / (x + Half);

        /// <inheritdoc/>
        public override double Slope(double x) => Half / ((x + Half) * (x + Half));

        /// <inheritdoc/>
        public override double Curvature(double x) => -2 * Half / Math.Pow(x + Half, 3);
    }

    /// <summary>No levelling off: every unit brings the same, which nobody should believe far from what was spent.</summary>
    public sealed record None : Saturation
    {
        /// <inheritdoc/>
        public override double Share(double x) => x;

        /// <inheritdoc/>
        public override double Slope(double x) => 1;

        /// <inheritdoc/>
        public override double Curvature(double x) => 0;
    }

    private static double Positive(double value, string what) => value > 0 && double.IsFinite(value)
        ? value
        : throw new UserOpsException(FormattableString.Invariant($"A curve was given a {what} of {value}; a finite number above 0 is needed."));
}
