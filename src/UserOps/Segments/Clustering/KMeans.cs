namespace UserOps.Segments.Clustering;

/// <summary>k-means with many starts: the partition of the smallest sum of squares that they find.</summary>
/// <remarks>Each start is greedy k-means++ (<see cref="KMeansSeeding"/>) followed by Lloyd's rounds on a sample of the points; the best one is carried
/// on over all points. P. S. Bradley, U. M. Fayyad (1998), "Refining initial points for k-means clustering", ICML: what a sample finds is a good start
/// for the whole, at a fraction of the cost. Up to <see cref="SampleSize"/> points the sample is the whole.</remarks>
internal static class KMeans
{
    /// <summary>How many points the starts work on at most.</summary>
    public const int SampleSize = 16_384;

    private const int FewestStarts = 10, MostStarts = 100, PointsOfAllStarts = 200_000;

    /// <summary>Divides the points among <paramref name="k"/> centres.</summary>
    /// <param name="points">The points.</param>
    /// <param name="k">How many clusters, at least 1.</param>
    /// <param name="seed">Where the random numbers begin.</param>
    /// <param name="starts">How many starts; 10, and up to 100 where points are few, when absent.</param>
    /// <param name="threads">How many threads at most, all processors when absent; the result does not depend on it.</param>
    /// <exception cref="InsufficientDataException">Fewer points differ than there are clusters.</exception>
    public static Partition Fit(Points points, int k, int seed, int? starts = null, int? threads = null) =>
        TryFit(points, k, seed, starts, threads) ?? throw TooFewDiffer(points, k, seed);

    /// <summary>The same; null when fewer points differ than there are clusters.</summary>
    public static Partition? TryFit(Points points, int k, int seed, int? starts = null, int? threads = null)
    {
        int workers = threads ?? Environment.ProcessorCount;
        var sample = points.Count <= SampleSize ? points : points.Take(RandomSample.Of(points.Count, SampleSize, new Random(seed)));
        var found = BestStart(sample, k, seed, starts, workers) ?? BestStart(points, k, seed, starts, workers);
        return found is null || sample == points ? found : Lloyd.Run(points, Centred(found, points), workers);
    }

    /// <summary>The best partition of the sample; null when too few of its points differ.</summary>
    private static Partition? BestStart(Points sample, int k, int seed, int? starts, int threads)
    {
        // Few points cost little and have the more traps: they get more starts.
        var tries = new Partition?[starts ?? Math.Clamp(PointsOfAllStarts / sample.Count, FewestStarts, MostStarts)];
        Parallel.For(0, tries.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, start =>
        {
            var centres = KMeansSeeding.Choose(sample, k, new Random(unchecked(seed * 31 + start)));
            tries[start] = centres.Count < k ? null : Lloyd.Run(sample, centres, threads: 1);
        });
        return tries.Where(found => found is not null).MinBy(found => found!.Within);
    }

    private static List<double[]> Centred(Partition found, Points points) =>
        [.. found.Centres.Select(centre => centre.Zip(points.Origin, (value, origin) => value - origin).ToArray())];

    private static InsufficientDataException TooFewDiffer(Points points, int k, int seed) => new(
        $"{points.Count} users of whom only {KMeansSeeding.Choose(points, k, new Random(seed)).Count} differ in the features",
        $"at least {k} that differ, one a cluster,",
        "Ask for fewer clusters, or choose features that tell users apart.");
}
