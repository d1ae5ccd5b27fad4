using System.Text.Json.Serialization;

namespace UserOps.Statistics;

/// <summary>Turns the probability that a model names into one that comes true: fitted on users that the model did not learn from, judged on others again.</summary>
/// <remarks>All kinds keep the order of users and give neither 0 nor 1 to anybody.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(None), "none")]
[JsonDerivedType(typeof(Platt), "platt")]
[JsonDerivedType(typeof(Beta), "beta")]
[JsonDerivedType(typeof(Isotonic), "isotonic")]
public abstract record Calibration
{
    /// <summary>Probabilities nearer to 0 or 1 than this are taken as this: about what a single-precision model can tell apart.</summary>
    internal const double Least = 1e-7;

    private protected Calibration() { }

    /// <summary>The name of the kind, in words.</summary>
    [JsonIgnore]
    public abstract string Name { get; }

    /// <summary>The calibrated probability.</summary>
    /// <param name="probability">What the model says, 0 to 1.</param>
    /// <returns>A probability between 0 and 1, both excluded.</returns>
    public double Of(double probability) => probability >= 0 && probability <= 1
        ? Inside(Map(Inside(probability)))
        : throw new UserOpsException($"Found the score {probability}, which is no probability; values from 0 to 1 are needed.");

    /// <summary>The probability after calibration; may touch 0 or 1.</summary>
    private protected abstract double Map(double probability);

    private static double Inside(double probability) => Math.Clamp(probability, Least, 1 - Least);

    private static double LogOdds(double probability) => Math.Log(probability / (1 - probability));

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>What the model says.</summary>
    public sealed record None : Calibration
    {
        /// <inheritdoc/>
        public override string Name => "none";

        private protected override double Map(double probability) => probability;
    }

    /// <summary>A straight line on the scale of log-odds: right where a model is over- or under-confident throughout.</summary>
    /// <param name="Slope">The slope, zero or more: below 1 the model was too sure of itself.</param>
    /// <param name="Intercept">The log-odds of a user to whom the model gives one half.</param>
    /// <remarks>J. C. Platt (1999), "Probabilistic outputs for support vector machines", with his smoothed targets; H.-T. Lin, C.-J. Lin and R. C. Weng (2007).</remarks>
    public sealed record Platt(double Slope, double Intercept) : Calibration
    {
        /// <inheritdoc/>
        public override string Name => "Platt";

        private protected override double Map(double probability) => Logistic(Slope * LogOdds(probability) + Intercept);

        /// <summary>Fits the line.</summary>
        public static Platt Fit(BinaryScores scores)
        {
            double[] line = LogisticFit.Rising(scores, [LogOdds]);
            return new(line[1], line[0]);
        }
    }

    /// <summary>A curve with a free bend at either end: right where a model errs differently with low and with high scores.</summary>
    /// <param name="A">The weight of ln p, zero or more.</param>
    /// <param name="B">The weight of −ln(1 − p), zero or more.</param>
    /// <param name="C">The intercept; A = B = 1 and C = 0 change nothing.</param>
    /// <remarks>M. Kull, T. Silva Filho and P. Flach (2017), "Beta calibration", AISTATS; with Platt's smoothed targets.</remarks>
    public sealed record Beta(double A, double B, double C) : Calibration
    {
        /// <inheritdoc/>
        public override string Name => "beta";

        private protected override double Map(double probability) => Logistic(A * Math.Log(probability) - B * Math.Log(1 - probability) + C);

        /// <summary>Fits the curve.</summary>
        public static Beta Fit(BinaryScores scores)
        {
            double[] fit = LogisticFit.Rising(scores, [Math.Log, probability => -Math.Log(1 - probability)]);
            return new(fit[1], fit[2], fit[0]);
        }
    }

    /// <summary>Any rising curve, straight between its knots and level beyond them: right where many users stand behind it.</summary>
    /// <param name="Scores">What the model says at the knots, ascending.</param>
    /// <param name="Probabilities">What comes true there, not falling.</param>
    /// <remarks>
    /// B. Zadrozny and C. Elkan (2002), "Transforming classifier scores into accurate multiclass probability estimates", KDD. A block of n users of whom none or
    /// all had the outcome is given ½ ÷ (n + 1) or its counterpart, so that no log loss is infinite.
    /// </remarks>
    public sealed record Isotonic(IReadOnlyList<double> Scores, IReadOnlyList<double> Probabilities) : Calibration
    {
        /// <inheritdoc/>
        public override string Name => "isotonic";

        private protected override double Map(double probability)
        {
            int low = 0, above = Scores.Count;
            while (low < above)
            {
                int middle = (low + above) / 2;
                (low, above) = Scores[middle] < probability ? (middle + 1, above) : (low, middle);
            }
            if (above == 0 || above == Scores.Count)
                return Probabilities[Math.Min(above, Scores.Count - 1)];
            double share = (probability - Scores[above - 1]) / (Scores[above] - Scores[above - 1]);
            return Probabilities[above - 1] + share * (Probabilities[above] - Probabilities[above - 1]);
        }

        /// <summary>Fits the curve.</summary>
        public static Isotonic Fit(BinaryScores scores) => IsotonicFit.Of(scores);
    }
}
