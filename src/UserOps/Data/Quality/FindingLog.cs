namespace UserOps.Data;

/// <summary>Collects what is the matter with rows or values: counts by reason and the first places.</summary>
internal sealed class FindingLog
{
    private const int PlacesKept = 5;
    private const int SampleLength = 60;

    private readonly Dictionary<string, (long Count, List<Place> Places)> _byReason = new(StringComparer.Ordinal);

    /// <summary>Notes one more row or value, or several at one place; line 0 is no place.</summary>
    public void Add(string reason, string file, long line, ReadOnlySpan<char> sample, int times = 1)
    {
        (long count, List<Place> places) = _byReason.TryGetValue(reason, out var known) ? known : (0, []);
        if (line > 0 && places.Count < PlacesKept)
            places.Add(new(file, line, Shorten(sample)));
        _byReason[reason] = (count + times, places);
    }

    /// <summary>How many rows or values were noted for the reason.</summary>
    public long CountOf(string reason) => _byReason.GetValueOrDefault(reason).Count;

    /// <summary>What was noted, by reason in order of first appearance.</summary>
    public IReadOnlyList<Finding> ToList() => [.. _byReason.Select(pair => new Finding(pair.Key, pair.Value.Count, pair.Value.Places))];

    private static string Shorten(ReadOnlySpan<char> sample) =>
        sample.Length <= SampleLength ? sample.ToString() : sample[..SampleLength].ToString() + "…";
}
