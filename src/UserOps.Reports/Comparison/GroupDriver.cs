using UserOps.Decomposition;
using UserOps.Differences;
using UserOps.Reports.Languages;

namespace UserOps.Reports.Comparison;

/// <summary>The group of users whose own change stands out most among all groups of all properties, and how much of the change is mix.</summary>
/// <remarks>
/// A group's rate is the noisier the smaller the group: its standard error is taken as that of the whole times √(whole ÷ group), by volume. It stands out where its change differs from that of the
/// whole by more than chance brings, all groups considered (Bonferroni): with many groups the largest change is large by chance.
/// </remarks>
internal static class GroupDriver
{
    private const double Level = 0.05;

    public static string? Find(MetricChange change, UserEvidence old, UserEvidence current, Words words)
    {
        if (change.Difference is not { StandardError: > 0 } whole || current.Dimensions.Count == 0)
            return null;
        Candidate[] candidates = [.. old.Dimensions.Join(current.Dimensions, dimension => dimension.Dimension, dimension => dimension.Dimension,
            (before, after) => Candidates(before, after, current.IsTotal, whole)).SelectMany(found => found)];
        if (candidates.Length == 0)
            return null;
        var first = candidates.MaxBy(candidate => Math.Abs(candidate.Score))!;
        return Math.Abs(first.Score) > Quantile(candidates.Length) ? Sentence(change, first, words) : words.Comparison.NobodyStandsOut;
    }

    private static IEnumerable<Candidate> Candidates(DimensionParts before, DimensionParts after, bool isTotal, Difference whole)
    {
        var old = before.Parts.ToDictionary(part => part.Name, StringComparer.Ordinal);
        if (!old.Keys.ToHashSet().SetEquals(after.Parts.Select(part => part.Name)))
            return [];
        Segment[] segments = [.. after.Parts.Select(part => new Segment(part.Name, old[part.Name].Volume, old[part.Name].Total, part.Volume, part.Total))];
        double volumeBefore = segments.Sum(segment => segment.VolumeBefore), volumeAfter = segments.Sum(segment => segment.VolumeAfter);
        if (segments.Any(segment => segment.VolumeBefore <= 0 || segment.VolumeAfter <= 0))
            return [];
        if (!isTotal)
            segments = [.. segments.Select(segment => new Segment(
                segment.Name, segment.VolumeBefore / volumeBefore, segment.TotalBefore / volumeBefore, segment.VolumeAfter / volumeAfter, segment.TotalAfter / volumeAfter))];
        var split = MixAndRate.Split("", segments);
        return split.Segments.Select(effect => new Candidate(before.Dimension, effect, split, isTotal, Score(effect, split, isTotal, whole)));
    }

    private static double Score(SegmentEffect effect, MixAndRateResult split, bool isTotal, Difference whole)
    {
        double share = Mean(effect.Of.VolumeBefore, effect.Of.VolumeAfter) / split.Segments.Sum(one => Mean(one.Of.VolumeBefore, one.Of.VolumeAfter));
        // The part of the whole's change that a group would have if all changed alike, and how far chance carries a part of this size.
        double own = Own(effect, isTotal), all = isTotal ? split.Change : split.Rate;
        return (own - share * all) / (whole.StandardError * Math.Sqrt(share * (1 - Math.Min(share, 0.99))));
    }

    /// <summary>What a group changed by itself: of a total all that it gained or lost, of a rate what its own rate made.</summary>
    private static double Own(SegmentEffect effect, bool isTotal) => isTotal ? effect.Of.TotalAfter - effect.Of.TotalBefore : effect.Rate;

    private static string Sentence(MetricChange change, Candidate driver, Words words)
    {
        var (of, metric, said) = (driver.Effect.Of, change.Metric, words.Comparison);
        var (before, after) = driver.IsTotal ? (of.TotalBefore, of.TotalAfter) : (of.TotalBefore / of.VolumeBefore, of.TotalAfter / of.VolumeAfter);
        double made = Own(driver.Effect, driver.IsTotal);
        string group = said.ByGroup(driver.Dimension, new(
            of.Name, words.FormatOf(metric).Write(before), words.FormatOf(metric).Write(after), ChangeText.Signed(metric, made, words), ChangeText.Signed(metric, driver.Split.Change, words)));
        string others = driver.IsTotal ? "" : said.Separator + said.OtherGroups(
            driver.Dimension, ChangeText.Signed(metric, driver.Split.Rate - made, words), ChangeText.Signed(metric, driver.Split.Mix, words));
        return group + others + said.Stop;
    }

    private static double Quantile(int groups) => -MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, Level / 2 / groups);

    private static double Mean(double one, double other) => (one + other) / 2;

    private sealed record Candidate(string Dimension, SegmentEffect Effect, MixAndRateResult Split, bool IsTotal, double Score);
}
