namespace UserOps.Attribution;

/// <summary>Paths of channels, one after another in flat arrays, with how often each ended in a conversion and how often not.</summary>
internal sealed class PathStore
{
    private readonly int[] _channels, _starts;
    private readonly double[]? _ages;

    /// <param name="channels">The channel of every touchpoint, path by path.</param>
    /// <param name="starts">Where each path begins, and the end of the last.</param>
    /// <param name="ages">Days between each touchpoint and the end of its journey; null where a path has no times.</param>
    /// <param name="counts">How the journeys of each path ended.</param>
    /// <param name="users">Whose journey each path is; null where a path stands for any number of them.</param>
    public PathStore(int[] channels, int[] starts, double[]? ages, PathCounts counts, int[]? users) =>
        (_channels, _starts, _ages, Counts, Users) = (channels, starts, ages, counts, users);

    public int Count => _starts.Length - 1;

    public int Touchpoints => _channels.Length;

    public PathCounts Counts { get; }

    public int[]? Users { get; }

    public bool HasTimes => _ages is not null;

    /// <summary>The channels of a path in the order of the journey.</summary>
    public ReadOnlySpan<int> this[int path] => _channels.AsSpan(_starts[path], _starts[path + 1] - _starts[path]);

    /// <summary>Where the touchpoints of a path stand among all.</summary>
    public Range RangeOf(int path) => _starts[path].._starts[path + 1];

    /// <summary>Days from each touchpoint of a path to the end of its journey; a day a touchpoint where there are no times.</summary>
    public double AgeOf(int path, int touchpoint) => _ages?[_starts[path] + touchpoint] ?? _starts[path + 1] - _starts[path] - 1 - touchpoint;

    /// <summary>The same paths with their channels numbered anew.</summary>
    public PathStore Renumber(int[] numbers) => new(Array.ConvertAll(_channels, channel => numbers[channel]), _starts, _ages, Counts, Users);
}

/// <summary>How the journeys of each path ended.</summary>
/// <param name="Conversions">Conversions by path, zero or more.</param>
/// <param name="Nulls">Journeys without a conversion by path, zero or more.</param>
/// <param name="Values">What the conversions brought by path; null where nobody says.</param>
internal sealed record PathCounts(double[] Conversions, double[] Nulls, double[]? Values)
{
    public double TotalConversions { get; } = Conversions.Sum();

    public double TotalNulls { get; } = Nulls.Sum();

    public double Journeys => TotalConversions + TotalNulls;

    public double JourneysOf(int path) => Conversions[path] + Nulls[path];
}
