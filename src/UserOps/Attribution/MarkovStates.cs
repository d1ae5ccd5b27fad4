namespace UserOps.Attribution;

/// <summary>The states of a Markov chain of journeys: the last touchpoints, as many as the order, or all so far where there are fewer.</summary>
/// <remarks>State 0 is the start. An edge is a step from one state to another that some journey took.</remarks>
internal sealed class MarkovStates
{
    public const int MostOrder = 5;
    private const int Bits = 12, MostChannels = (1 << Bits) - 1;

    private readonly Dictionary<ulong, int> _states = new() { [0] = 0 };
    private readonly Dictionary<(int From, int To), int> _edges = [];
    private readonly List<int> _lastChannel = [-1];

    /// <exception cref="UserOpsException">There are more than 4095 channels.</exception>
    public MarkovStates(PathStore paths, int channels, int order)
    {
        if (channels > MostChannels)
            throw new UserOpsException($"{channels} channels are in the journeys; a Markov chain takes at most {MostChannels}. Merge the rare ones (MergeRare).");
        (Channels, EdgeOfTouchpoint, LastStateOfPath) = (channels, new int[paths.Touchpoints], new int[paths.Count]);
        for (int path = 0; path < paths.Count; path++)
            Walk(paths, path, (1UL << Bits * order) - 1);
        Steps = Arrange();
    }

    public int Channels { get; }

    public int Count => _lastChannel.Count;

    /// <summary>The channel of a state's last touchpoint; −1 for the start.</summary>
    public IReadOnlyList<int> LastChannel => _lastChannel;

    /// <summary>The edge that leads to each touchpoint.</summary>
    public int[] EdgeOfTouchpoint { get; }

    /// <summary>The state at the end of each path.</summary>
    public int[] LastStateOfPath { get; }

    public int EdgeCount => _edges.Count;

    /// <summary>Where each state may go.</summary>
    public (int To, int Edge)[][] Steps { get; }

    private void Walk(PathStore paths, int path, ulong memory)
    {
        int state = 0, place = paths.RangeOf(path).Start.Value;
        ulong key = 0;
        foreach (int channel in paths[path])
        {
            key = (key << Bits | (uint)(channel + 1)) & memory;
            int next = StateOf(key, channel);
            if (!_edges.TryGetValue((state, next), out int edge))
                _edges.Add((state, next), edge = _edges.Count);
            EdgeOfTouchpoint[place++] = edge;
            state = next;
        }
        LastStateOfPath[path] = state;
    }

    private int StateOf(ulong key, int channel)
    {
        if (!_states.TryGetValue(key, out int state))
        {
            _states.Add(key, state = _states.Count);
            _lastChannel.Add(channel);
        }
        return state;
    }

    private (int, int)[][] Arrange()
    {
        List<(int, int)>[] steps = [.. Enumerable.Range(0, Count).Select(_ => new List<(int, int)>())];
        foreach (var ((from, to), edge) in _edges)
            steps[from].Add((to, edge));
        return [.. steps.Select(one => one.ToArray())];
    }
}
