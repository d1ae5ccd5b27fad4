namespace UserOps.Experiments.Sequential;

/// <summary>Why the estimate of an effect is normal by now.</summary>
public abstract record NormalEvidence
{
    private NormalEvidence() { }

    /// <summary>A rate: both arms have enough users who did it and enough who did not.</summary>
    /// <param name="Control">Counts of control.</param>
    /// <param name="Treatment">Counts of treatment.</param>
    public sealed record Rates(ProportionCounts Control, ProportionCounts Treatment) : NormalEvidence
    {
        /// <summary>Users who did it, and who did not, that each arm needs.</summary>
        public const long Needed = 30;
    }

    /// <summary>A mean or a ratio: no single user holds much of what the estimate may be wrong by.</summary>
    /// <param name="LargestShare">The largest part of the squared standard error of the difference that one user holds, between 0 and 1.</param>
    public sealed record Values(double LargestShare) : NormalEvidence
    {
        /// <summary>The largest part that one user may hold.</summary>
        public const double Most = 0.05;

        /// <summary>Users that each arm needs.</summary>
        public const long Needed = 100;

        /// <summary>The evidence from the values of both arms, of a ratio the linearised ones.</summary>
        public static Values Of(IReadOnlyList<double> control, IReadOnlyList<double> treatment)
        {
            var (first, second) = (Squares(control), Squares(treatment));
            return new(first.Sum + second.Sum > 0 ? Math.Max(first.Largest, second.Largest) / (first.Sum + second.Sum) : 1);
        }

        /// <summary>What the users of an arm, and the one furthest from its mean, add to the squared standard error.</summary>
        private static (double Largest, double Sum) Squares(IReadOnlyList<double> values)
        {
            double mean = values.Count == 0 ? 0 : values.Average(), largest = 0, sum = 0, divisor = Math.Max(1, values.Count * (values.Count - 1.0));
            foreach (double value in values)
            {
                double square = (value - mean) * (value - mean) / divisor;
                (largest, sum) = (Math.Max(largest, square), sum + square);
            }
            return (largest, sum);
        }
    }

    /// <summary>Refuses where the evidence does not suffice.</summary>
    internal void Check(long controlUsers, long treatmentUsers)
    {
        if (this is Rates rates)
        {
            long least = Math.Min(Math.Min(rates.Control.Successes, rates.Control.Failures), Math.Min(rates.Treatment.Successes, rates.Treatment.Failures));
            if (least < Rates.Needed)
                throw new InsufficientDataException($"{least} users on the rarer side of an arm", $"at least {Rates.Needed} who did it and who did not in each arm",
                    $"Wait, or use {nameof(RateSequence)} or {nameof(ConversionSequence)}: they hold from the first user on.");
        }
        else if (this is Values values)
        {
            if (Math.Min(controlUsers, treatmentUsers) < Values.Needed)
                throw new InsufficientDataException($"{Math.Min(controlUsers, treatmentUsers)} users in the smaller arm", $"at least {Values.Needed}", "Wait before looking.");
            if (!(values.LargestShare <= Values.Most))
                throw new InsufficientDataException(FormattableString.Invariant($"one user with {values.LargestShare:0.0%} of the squared standard error"), FormattableString.Invariant($"at most {Values.Most:0.0%}"),
                    $"Cap the metric at a value chosen before the experiment and use {nameof(BoundedSequence)}, or wait.");
        }
    }
}
