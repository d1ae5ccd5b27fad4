using MathNet.Numerics.Distributions;

namespace UserOps.Budget;

/// <summary>How the effect of money lasts beyond the period in which it was spent (ad-stock).</summary>
public abstract record Adstock
{
    private protected Adstock() { }

    /// <summary>The weight of money spent now, one period ago, two periods ago and so on; 0 beyond those.</summary>
    /// <param name="length">How many weights to give, at least 1.</param>
    public abstract double[] Weights(int length);

    /// <summary>What is at work in each period: each period's own spend and what is left of those before.</summary>
    /// <param name="spend">Spend by period; what came before the first is taken as nothing.</param>
    /// <exception cref="UserOpsException">A spend is negative or no number.</exception>
    public virtual double[] Apply(ReadOnlySpan<double> spend)
    {
        CheckSpend(spend);
        if (spend.IsEmpty)
            return [];
        double[] weights = Weights(spend.Length), stock = new double[spend.Length];
        for (int period = 0; period < spend.Length; period++)
            for (int lag = 0; lag <= period; lag++)
                stock[period] += weights[lag] * spend[period - lag];
        return stock;
    }

    /// <summary>What is at work in the long run for each unit spent every period: the sum of all weights.</summary>
    public abstract double CarryOver { get; }

    /// <summary>Each period keeps the same part of what was at work in the one before.</summary>
    /// <param name="Theta">The part kept, from 0 to below 1.</param>
    /// <remarks>S. Broadbent (1979), "One way TV advertisements work", Journal of the Market Research Society 21.</remarks>
    public sealed record Geometric(double Theta) : Adstock
    {
        /// <summary>The part kept, from 0 to below 1.</summary>
        public double Theta { get; } = Theta >= 0 && Theta < 1 ? Theta
            : throw new UserOpsException(FormattableString.Invariant($"A geometric ad-stock keeps a part from 0 to below 1; {Theta} was given."));

        /// <inheritdoc/>
        public override double CarryOver => 1 / (1 - Theta);

        /// <inheritdoc/>
        public override double[] Weights(int length)
        {
            double[] weights = New(length);
            weights[0] = 1;
            for (int lag = 1; lag < length; lag++)
                weights[lag] = weights[lag - 1] * Theta;
            return weights;
        }

        /// <inheritdoc/>
        public override double[] Apply(ReadOnlySpan<double> spend)
        {
            CheckSpend(spend);
            double[] stock = spend.ToArray();
            for (int period = 1; period < stock.Length; period++)
                stock[period] += Theta * stock[period - 1];
            return stock;
        }
    }

    /// <summary>What is kept falls along the upper tail of a Weibull distribution: the first period always weighs most.</summary>
    /// <param name="Shape">Above 0; below 1 it falls at once, above 1 late.</param>
    /// <param name="Scale">From 0 to 1: where in the window the distribution's scale lies.</param>
    /// <param name="Window">How many periods an effect can last.</param>
    /// <remarks>As Robyn's <c>adstock_weibull(type = "CDF")</c>, without rounding the scale to whole periods: w₀ = 1, wⱼ = wⱼ₋₁ (1 − F(j)).</remarks>
    public sealed record WeibullCdf(double Shape, double Scale, int Window = 13) : Adstock
    {
        /// <inheritdoc/>
        public override double CarryOver => Weights(Window).Sum();

        /// <inheritdoc/>
        public override double[] Weights(int length)
        {
            double scale = ScaleOf(Shape, Scale, Window);
            double[] weights = New(length);
            weights[0] = 1;
            for (int lag = 1; lag < Math.Min(length, Window); lag++)
                weights[lag] = weights[lag - 1] * Math.Exp(-Math.Pow(lag / scale, Shape));
            return weights;
        }
    }

    /// <summary>Weights follow the density of a Weibull distribution: the effect may come late.</summary>
    /// <param name="Shape">Above 0; above 1 the peak comes after the first period.</param>
    /// <param name="Scale">From 0 to 1: where in the window the distribution's scale lies.</param>
    /// <param name="Window">How many periods an effect can last.</param>
    /// <remarks>As Robyn's <c>adstock_weibull(type = "PDF")</c>, without rounding the scale to whole periods: the density at 1, 2, …, stretched from 0 to 1.</remarks>
    public sealed record WeibullPdf(double Shape, double Scale, int Window = 13) : Adstock
    {
        /// <inheritdoc/>
        public override double CarryOver => Weights(Window).Sum();

        /// <inheritdoc/>
        public override double[] Weights(int length)
        {
            double scale = ScaleOf(Shape, Scale, Window);
            double[] density = [.. Enumerable.Range(1, Window).Select(period => Weibull.PDF(Shape, scale, period))];
            double low = density.Min(), range = density.Max() - low;
            double[] weights = New(length);
            weights[0] = 1;
            for (int lag = 0; lag < Math.Min(length, Window) && range > 0; lag++)
                weights[lag] = (density[lag] - low) / range;
            return weights;
        }
    }

    /// <summary>Weights fall to 0 at a fixed horizon.</summary>
    /// <param name="Alpha">Above 0, at most 1: at 1 nothing is lost before the horizon, at 0.5 weights fall on a straight line.</param>
    /// <param name="MaximumLag">The last period with a weight.</param>
    /// <remarks>Google Meridian's binomial decay: wₛ = (1 − s ÷ (L + 1)) to the power 1 ÷ α − 1.</remarks>
    public sealed record Binomial(double Alpha, int MaximumLag = 8) : Adstock
    {
        /// <inheritdoc/>
        public override double CarryOver => Weights(MaximumLag + 1).Sum();

        /// <inheritdoc/>
        public override double[] Weights(int length)
        {
            Need(Alpha > 0 && Alpha <= 1 && MaximumLag >= 0, $"A binomial decay needs an alpha above 0 and at most 1 and a lag of 0 or more; {Alpha} and {MaximumLag} were given.");
            double[] weights = New(length);
            for (int lag = 0; lag < Math.Min(length, MaximumLag + 1); lag++)
                weights[lag] = Math.Pow(1 - lag / (MaximumLag + 1.0), 1 / Alpha - 1);
            return weights;
        }
    }

    private static double[] New(int length)
    {
        Need(length >= 1, $"{length} weights were asked for; one or more are needed.");
        return new double[length];
    }

    private static void CheckSpend(ReadOnlySpan<double> spend)
    {
        foreach (double value in spend)
            Need(value >= 0 && double.IsFinite(value), $"A period has a spend of {value}; zero or more is needed.");
    }

    private static double ScaleOf(double shape, double scale, int window)
    {
        Need(shape > 0 && scale >= 0 && scale <= 1 && window >= 2, $"A Weibull ad-stock needs a shape above 0, a scale from 0 to 1 and a window of 2 or more; {shape}, {scale} and {window} were given.");
        return 1 + scale * (window - 1);
    }

    private static void Need(bool holds, FormattableString message)
    {
        if (!holds)
            throw new UserOpsException(FormattableString.Invariant(message));
    }
}
