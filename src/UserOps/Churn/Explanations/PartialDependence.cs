using UserOps.Data;
using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Features;
using UserOps.Samples;
using UserOps.Statistics;

namespace UserOps.Churn;

/// <summary>The predictions of users who are all given one value of a feature.</summary>
/// <param name="Value">The value: a number, a word, yes or no.</param>
/// <param name="Users">How many users of the table really have it; for numbers, lie nearest to it.</param>
/// <param name="Mean">The mean prediction.</param>
/// <param name="Interval">The interval of the mean over users.</param>
/// <param name="Low">The prediction below which a tenth of the users lie.</param>
/// <param name="High">The prediction above which a tenth of the users lie.</param>
public sealed record DependencePoint(object Value, int Users, double Mean, Interval? Interval, double Low, double High);

/// <summary>How the prediction moves with one feature, all others as they are: the mean, and the spread of single users.</summary>
/// <remarks>
/// J. H. Friedman (2001), "Greedy function approximation", Annals of Statistics 29; single users (ICE) as A. Goldstein et al. (2015), JCGS 24. Users are given values that they
/// may not be able to have beside their others; where features move together, read the ends with care.
/// </remarks>
public sealed record PartialDependence : AnalysisResult
{
    private const int Sample = 500, Grid = 12, Words = 12;

    internal PartialDependence() { }

    /// <summary>The feature.</summary>
    public required Feature Feature { get; init; }

    /// <summary>One point a value: numbers ascending, words by how many users have them.</summary>
    public required IReadOnlyList<DependencePoint> Points { get; init; }

    /// <summary>How many users were given each value.</summary>
    public required int Users { get; init; }

    /// <summary>Moves one feature.</summary>
    /// <param name="score">The model: a probability for each row.</param>
    /// <param name="features">The users; 500 of them are taken.</param>
    /// <param name="feature">The name of the feature.</param>
    /// <param name="level">The confidence level of the intervals.</param>
    /// <param name="seed">The seed of the sample.</param>
    /// <exception cref="UserOpsException">There is no such feature.</exception>
    /// <exception cref="InsufficientDataException">No user has a value.</exception>
    public static PartialDependence Of(Func<FeatureTable, double[]> score, FeatureTable features, string feature, double level = 0.95, int seed = 1)
    {
        var column = features.Columns.Get<Column>(feature);
        int[] users = [.. Enumerable.Range(0, features.Count)];
        Chance.For(seed, Purpose.Shuffle).Shuffle<int>(users);
        var sample = features.Rows(users.AsSpan(0, Math.Min(Sample, users.Length)));
        var values = FeatureValues.Spread(column, Grid, Words);
        if (values.Count == 0)
            throw new InsufficientDataException($"no value of '{feature}'", "at least one", "Choose another feature.");
        return new()
        {
            Feature = features.Features.First(one => one.Name == feature),
            Points = [.. values.Select(value => Point(value, score(sample.Replace(FeatureValues.Constant(column, value.Value, sample.Count))), level))],
            Users = sample.Count,
        };
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"How the probability moves with {Feature.Name}",
        [
            new(Feature.Name, Feature.Format), new("Users there", Format.Count), new("Mean probability", Format.Percent()),
            new("Lower", Format.Percent()), new("Upper", Format.Percent()), new("Tenth below", Format.Percent()), new("Tenth above", Format.Percent()),
        ],
        Points.Select(point => new object?[] { point.Value, point.Users, point.Mean, point.Interval?.Lower, point.Interval?.Upper, point.Low, point.High }),
        $"{Feature.Meaning} · n = {Caption.Count(Users)} users, each given every value · {Caption.PerCent(Points[0].Interval?.Level ?? 0.95)} intervals of the mean");

    /// <inheritdoc/>
    public override Chart ToChart()
    {
        var series = new Series("Mean of users", [.. Points.Select(point => point.Mean)])
        {
            Lower = [.. Points.Select(point => point.Low)],
            Upper = [.. Points.Select(point => point.High)],
        };
        string title = $"How the probability moves with {Feature.Name}", small = $"{Feature.Meaning} · n = {Caption.Count(Users)} users · the band holds eight of ten users";
        var axis = new Axis("Probability of leaving", Format.Percent(0));
        return Points[0].Value is double
            ? new LineChart(title, [.. Points.Select(point => point.Value)], new(Feature.Meaning, Feature.Format), axis, [series]) { Subtitle = small }
            : new BarChart(title, [.. Points.Select(point => Feature.Format.Write(point.Value))], new(Feature.Meaning, Format.Text), axis, [series]) { Subtitle = small };
    }

    private static DependencePoint Point((object Value, int Users) value, double[] scores, double level)
    {
        var mean = scores.Aggregate(default(MeanSums), (sums, score) => sums.Add(score));
        Array.Sort(scores);
        return new(value.Value, value.Users, mean.Mean!.Value, mean.Interval(level), scores[(int)(0.1 * (scores.Length - 1))], scores[(int)Math.Ceiling(0.9 * (scores.Length - 1))]);
    }
}
