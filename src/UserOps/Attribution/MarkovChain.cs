namespace UserOps.Attribution;

/// <summary>A Markov chain of journeys with its transition counts: how likely, and how dearly, a journey converts with every channel or without one.</summary>
/// <remarks>
/// From a state s journeys go on to t with probability n(s,t) ÷ n(s) and convert with probability c(s) ÷ n(s). The probability to convert solves
/// p(s) = Σ n(s,t) ÷ n(s) · p(t) + c(s) ÷ n(s); without a channel, the states that end in it are worth nothing. Solved by Gauss–Seidel sweeps, which climb to the
/// solution from below and stop where no digit changes any more. What goes into a state comes out of it, so the probability from the start with every channel is exactly the
/// observed share of journeys that converted.
/// </remarks>
internal sealed class MarkovChain
{
    // Values may be negative: then sweeps need not climb, and the last digits may go to and fro.
    private const double ValueTolerance = 1e-13;

    private readonly MarkovStates _states;
    private readonly double[] _edges, _visits, _conversions;
    private readonly double[]? _values;

    public MarkovChain(MarkovStates states, PathStore paths, PathCounts counts)
    {
        _states = states;
        (_edges, _visits, _conversions) = (new double[states.EdgeCount], new double[states.Count], new double[states.Count]);
        _values = counts.Values is null ? null : new double[states.Count];
        for (int path = 0; path < paths.Count; path++)
            Add(path, paths, counts);
        for (int state = 0; state < states.Count; state++)
            foreach (var (_, edge) in states.Steps[state])
                _visits[state] += _edges[edge];
        BaseRate = counts.TotalConversions / counts.Journeys;
    }

    /// <summary>The probability that a journey converts.</summary>
    public double BaseRate { get; }

    /// <summary>The part of all conversions that is lost without each channel, fractions.</summary>
    /// <param name="near">Solutions of similar counts to begin with, by channel; filled with those found.</param>
    /// <param name="tolerance">The change of a sweep, as a part of the base rate, at which to stop.</param>
    public double[] RemovalEffects(double[]?[] near, double tolerance = 1e-15) =>
        [.. Enumerable.Range(0, _states.Channels).Select(channel => Math.Max(0, 1 - Solve(_conversions, channel, tolerance, ref near[channel]) / BaseRate))];

    /// <summary>The part of all value that is lost without each channel; null where journeys have no value.</summary>
    public double[]? ValueEffects()
    {
        if (_values is null)
            return null;
        double[]? all = null;
        double total = Solve(_values, -1, ValueTolerance, ref all);
        return [.. Enumerable.Range(0, _states.Channels).Select(channel => Lost(channel, total))];
    }

    /// <summary>The probability to convert from the start, solved without the removed channel; −1 removes none.</summary>
    internal double Solve(int removed)
    {
        double[]? none = null;
        return Solve(_conversions, removed, 1e-15, ref none);
    }

    private double Lost(int channel, double total)
    {
        double[]? none = null;
        return 1 - Solve(_values!, channel, ValueTolerance, ref none) / total;
    }

    private double Solve(double[] rewards, int removed, double tolerance, ref double[]? near)
    {
        double[] worth = near is null ? new double[_states.Count] : (double[])near.Clone();
        double change, largest;
        do
        {
            (change, largest) = (0, 0);
            for (int state = _states.Count - 1; state >= 0; state--)
            {
                if (_visits[state] == 0 || state > 0 && _states.LastChannel[state] == removed)
                    continue;
                double next = Next(state, rewards[state], worth, removed);
                change = Math.Max(change, Math.Abs(next - worth[state]));
                largest = Math.Max(largest, Math.Abs(next));
                worth[state] = next;
            }
        }
        while (change > tolerance * largest);
        near ??= worth;
        return worth[0];
    }

    private double Next(int state, double reward, double[] worth, int removed)
    {
        double sum = reward, leaves = _visits[state];
        foreach (var (to, edge) in _states.Steps[state])
        {
            if (to == state)
                leaves -= _edges[edge];
            else if (_states.LastChannel[to] != removed)
                sum += _edges[edge] * worth[to];
        }
        // A state that only ever led back to itself cannot be: every journey ends.
        return sum / leaves;
    }

    private void Add(int path, PathStore paths, PathCounts counts)
    {
        double journeys = counts.JourneysOf(path);
        if (journeys == 0)
            return;
        var range = paths.RangeOf(path);
        for (int i = range.Start.Value; i < range.End.Value; i++)
            _edges[_states.EdgeOfTouchpoint[i]] += journeys;
        int last = _states.LastStateOfPath[path];
        _visits[last] += journeys;
        _conversions[last] += counts.Conversions[path];
        if (_values is not null)
            _values[last] += counts.Values![path];
    }
}
