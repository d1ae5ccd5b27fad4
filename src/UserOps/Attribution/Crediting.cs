namespace UserOps.Attribution;

/// <summary>Divides conversions by a rule: what does not change between resamples is prepared once.</summary>
internal abstract class Crediting
{
    /// <exception cref="UserOpsException">The rule's numbers make no rule, or there are too many channels for it.</exception>
    public static Crediting Of(AttributionRule rule, CustomerJourneys journeys)
    {
        rule.Check();
        return rule switch
        {
            AttributionRule.Markov markov => new OfMarkov(journeys, markov.Order),
            AttributionRule.Shapley shapley => new OfShapley(journeys, shapley.Worth),
            _ => new OfWeights(journeys, PathWeights.Of(rule, journeys)),
        };
    }

    /// <summary>The share of each channel in all conversions.</summary>
    public abstract double[] Shares(PathCounts counts);

    /// <summary>The value of each channel; null where journeys have none.</summary>
    public abstract double[]? Values(PathCounts counts);

    /// <summary>The removal effects; null for other rules than Markov chains.</summary>
    public virtual double[]? Removals => null;

    /// <summary>Whether resamples are affordable.</summary>
    public virtual bool CanResample => true;

    private static double[] Divide(double[] amounts, double by) => Array.ConvertAll(amounts, amount => amount / by);

    private sealed class OfWeights(CustomerJourneys journeys, double[] weights) : Crediting
    {
        public override double[] Shares(PathCounts counts) => Divide(Sum(counts.Conversions), counts.TotalConversions);

        public override double[]? Values(PathCounts counts) => counts.Values is { } values ? Sum(values) : null;

        private double[] Sum(double[] gains)
        {
            double[] sums = new double[journeys.Channels.Count];
            for (int path = 0; path < gains.Length; path++)
            {
                if (gains[path] == 0)
                    continue;
                var channels = journeys.Paths[path];
                var parts = weights.AsSpan(journeys.Paths.RangeOf(path));
                for (int i = 0; i < parts.Length; i++)
                    sums[channels[i]] += gains[path] * parts[i];
            }
            return sums;
        }
    }

    private sealed class OfMarkov : Crediting
    {
        // Of a share; resampling moves shares a thousand times as far.
        private const double ResampleTolerance = 1e-8;

        private readonly PathStore _paths;
        private readonly MarkovStates _states;
        private readonly double[]?[] _solutions;
        private readonly double[] _removals;

        public OfMarkov(CustomerJourneys journeys, int order)
        {
            _paths = journeys.Paths;
            _states = new(_paths, journeys.Channels.Count, order);
            _solutions = new double[]?[journeys.Channels.Count];
            _removals = new MarkovChain(_states, _paths, _paths.Counts).RemovalEffects(_solutions);
        }

        public override double[] Removals => _removals;

        public override double[] Shares(PathCounts counts) => ReferenceEquals(counts, _paths.Counts)
            ? Divide(_removals, _removals.Sum())
            : Resampled(new MarkovChain(_states, _paths, counts).RemovalEffects(_solutions, ResampleTolerance));

        public override double[]? Values(PathCounts counts) =>
            new MarkovChain(_states, _paths, counts).ValueEffects() is { } effects ? Divide(effects, effects.Sum() / counts.Values!.Sum()) : null;

        private static double[] Resampled(double[] removals) => Divide(removals, removals.Sum());
    }

    private sealed class OfShapley(CustomerJourneys journeys, ShapleyWorth worth) : Crediting
    {
        // 2¹⁴ sets take a millisecond, 2²⁰ more than a hundred.
        private const int MostResampled = 14;

        private readonly ChannelGame _game = new(journeys.Paths, journeys.Channels.Count);

        public override bool CanResample => journeys.Channels.Count <= MostResampled;

        public override double[] Shares(PathCounts counts) => Divide(_game.Values(worth, counts.Conversions, counts), counts.TotalConversions);

        public override double[]? Values(PathCounts counts) => counts.Values is { } values ? _game.Values(worth, values, counts) : null;
    }
}
