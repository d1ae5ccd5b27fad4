namespace UserOps.Decomposition;

/// <summary>One group of a dimension in two periods.</summary>
/// <param name="Name">The group.</param>
/// <param name="VolumeBefore">How many units (orders, users) it had; zero or more.</param>
/// <param name="TotalBefore">Its part of the key figure, such as its revenue.</param>
/// <param name="VolumeAfter">How many units it has now; zero or more.</param>
/// <param name="TotalAfter">Its part of the key figure now.</param>
public sealed record Segment(string Name, double VolumeBefore, double TotalBefore, double VolumeAfter, double TotalAfter);

/// <summary>Splits the change of a total over a dimension: more units in all, another mix of groups, other rates within groups.</summary>
public static class MixAndRate
{
    /// <summary>Splits the change exactly; the volume, mix and rate effects of all groups add up to it.</summary>
    /// <param name="name">What the total is called.</param>
    /// <param name="segments">The groups; together they are the whole.</param>
    /// <exception cref="UserOpsException">A volume is negative or not a number, or a total stands where there is no volume in either period.</exception>
    /// <exception cref="InsufficientDataException">One of the periods has no volume at all.</exception>
    /// <remarks>
    /// With N units in all, shares s and rates r = total ÷ units, total = N Σ s r. The change is R̄ΔN + N̄ Σ (r̄ − R̄) Δs + N̄ Σ s̄ Δr, bars being means of both
    /// periods (A. Marshall 1887, F. Y. Edgeworth 1887). A group that has no unit in one period has the other period's rate there, so all of its change is volume and mix.
    /// </remarks>
    public static MixAndRateResult Split(string name, IReadOnlyList<Segment> segments)
    {
        foreach (var segment in segments)
            Check(segment);
        double before = segments.Sum(segment => segment.VolumeBefore), after = segments.Sum(segment => segment.VolumeAfter);
        if (!(before > 0 && after > 0))
            throw new InsufficientDataException($"a volume of {before} before and {after} after", "some in both periods", "Choose other periods.");
        double units = (before + after) / 2;
        double rate = (segments.Sum(segment => segment.TotalBefore) / before + segments.Sum(segment => segment.TotalAfter) / after) / 2;
        return new()
        {
            Name = name,
            Segments = [.. segments.Select(Effects)],
        };

        SegmentEffect Effects(Segment segment)
        {
            (double rateBefore, double rateAfter) = Rates(segment);
            double shareBefore = segment.VolumeBefore / before, shareAfter = segment.VolumeAfter / after, shareMean = (shareBefore + shareAfter) / 2;
            double meanRate = (rateBefore + rateAfter) / 2;
            return new(segment)
            {
                Volume = rate * shareMean * (after - before),
                Mix = units * (meanRate - rate) * (shareAfter - shareBefore),
                Rate = units * shareMean * (rateAfter - rateBefore),
            };
        }
    }

    private static (double Before, double After) Rates(Segment segment)
    {
        double before = segment.TotalBefore / segment.VolumeBefore, after = segment.TotalAfter / segment.VolumeAfter;
        return segment.VolumeBefore == 0 && segment.VolumeAfter == 0 ? (0, 0)
            : segment.VolumeBefore == 0 ? (after, after)
            : segment.VolumeAfter == 0 ? (before, before)
            : (before, after);
    }

    private static void Check(Segment segment)
    {
        double all = segment.TotalBefore + segment.TotalAfter + segment.VolumeBefore + segment.VolumeAfter;
        if (!(segment.VolumeBefore >= 0 && segment.VolumeAfter >= 0 && double.IsFinite(all)))
            throw new UserOpsException($"'{segment.Name}' has a volume that is negative or not finite; zero or more is needed.");
        if ((segment.VolumeBefore == 0 && segment.TotalBefore != 0) || (segment.VolumeAfter == 0 && segment.TotalAfter != 0))
            throw new UserOpsException($"'{segment.Name}' has an amount without a unit that it came from. Count its units, or put it into another group.");
    }
}
