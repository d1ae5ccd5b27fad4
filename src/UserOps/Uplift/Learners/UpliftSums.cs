using MathNet.Numerics.Distributions;
using UserOps.Segments.Trees;

namespace UserOps.Uplift;

/// <summary>Sums over the treated and over those left alone: their uplift, and whether two groups differ in it.</summary>
internal readonly record struct UpliftSums(TargetSums Treated, TargetSums Control) : ISplitSums<UpliftSums>
{
    public static UpliftSums Of(bool isTreated, double outcome) => isTreated ? new(TargetSums.Of(outcome), default) : new(default, TargetSums.Of(outcome));

    public static UpliftSums operator +(UpliftSums a, UpliftSums b) => new(a.Treated + b.Treated, a.Control + b.Control);

    public static UpliftSums operator -(UpliftSums a, UpliftSums b) => new(a.Treated - b.Treated, a.Control - b.Control);

    public double Order => Effect;

    public double Effect => Treated.Mean - Control.Mean;

    /// <summary>How many users of the smaller arm there are.</summary>
    public int Least => Math.Min(Treated.Count, Control.Count);

    /// <summary>The square of the difference of both uplifts over its standard error.</summary>
    public double Gain(UpliftSums part, int least)
    {
        var rest = this - part;
        if (part.Least < least || rest.Least < least)
            return -1;
        double difference = part.Effect - rest.Effect, variance = Noise(part.Treated, rest.Treated) + Noise(part.Control, rest.Control);
        return variance > 0 ? difference * difference / variance : 0;
    }

    public double ByChance(double gain)
    {
        int degrees = Treated.Count + Control.Count - 4;
        return 2 * StudentT.CDF(0, 1, degrees, -Math.Sqrt(gain));
    }

    // One variance for both parts of an arm: a part without outcomes would else seem to be known without error.
    private static double Noise(TargetSums part, TargetSums rest) =>
        (part.AboutMean + rest.AboutMean) / (part.Count + rest.Count - 2) * (1.0 / part.Count + 1.0 / rest.Count);
}
