using UserOps.Statistics;

namespace UserOps.Uplift;

/// <summary>How far the areas of several scores of the same users would move, together, if other users had been drawn.</summary>
internal sealed class UpliftBootstrap
{
    private const int Replicates = 500;

    /// <summary>Equal steps of users at which the curves are read.</summary>
    public const int Steps = 20;
    private static readonly int Variants = Enum.GetValues<QiniVariant>().Length;

    private readonly UpliftAreas[] _found;
    private readonly double[][] _drawn;

    private UpliftBootstrap(UpliftAreas[] found, double[][] drawn, double level) => (_found, _drawn, Level) = (found, drawn, level);

    public double Level { get; }

    public static UpliftBootstrap Of(IReadOnlyList<UpliftScores> scores, double level, int seed)
    {
        if (!scores.All(scores[0].HasSameUsers))
            throw new UserOpsException("The scores are of different users; scores of the same users in the same order are needed to compare models.");
        double[][] drawn = Bootstrap.Estimates(scores[0].Count, Replicates, seed, times =>
        {
            List<double> all = [];
            foreach (var one in scores)
            {
                var areas = UpliftAreas.Of(one, times, Steps);
                all.AddRange(areas.ByVariant);
                all.AddRange(areas.Heights);
            }
            return [.. all];
        });
        return new([.. scores.Select(one => UpliftAreas.Of(one, default, Steps))], drawn, level);
    }

    public Estimate? Area(int model, QiniVariant variant) => EstimateOf(_found[model][variant], sample => sample[Place(model) + (int)variant]);

    public Estimate? Difference(int model, int other, QiniVariant variant) => EstimateOf(
        _found[model][variant] - _found[other][variant], sample => sample[Place(model) + (int)variant] - sample[Place(other) + (int)variant]);

    /// <summary>The height of the Qini curve at a step.</summary>
    public Estimate? Height(int model, int step) => EstimateOf(_found[model].Heights[step], sample => sample[Place(model) + Variants + step]);

    private static int Place(int model) => model * (Variants + Steps + 1);

    private Estimate? EstimateOf(double value, Func<double[], double> of) => double.IsNaN(value) ? null : new(value, Bootstrap.Percentile(_drawn.Select(of), Level));
}
