using UserOps.Data;
using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Features;
using UserOps.Samples;
using UserOps.Statistics;

namespace UserOps.Churn;

/// <summary>Whether a model found what a made-up sample planted: a check of the method where the truth is known.</summary>
/// <remarks>
/// Every user is given the driver and then not, all else as it is; the mean difference of the probabilities is compared with the planted coefficient by its
/// direction. Sizes are not of one scale: a coefficient moves the hazard at every visit, a probability the whole horizon.
/// </remarks>
public sealed record PlantedDrivers : AnalysisResult
{
    internal PlantedDrivers() { }

    /// <summary>One entry a driver, in the order of the truth.</summary>
    public required IReadOnlyList<PlantedDriver> Drivers { get; init; }

    /// <summary>How many users were given and not given each driver.</summary>
    public required int Users { get; init; }

    /// <summary>Compares a model with the truth that a sample carries.</summary>
    /// <param name="result">The model and how it was judged.</param>
    /// <param name="folder">The folder of the sample, with its <c>truth.json</c>.</param>
    /// <exception cref="MissingDataException">The folder has no truth, as real data have none.</exception>
    public static PlantedDrivers Compare(ChurnResult result, string folder) => new()
    {
        Drivers = [.. PlantedTruth.ChurnDrivers(folder).Select(driver => Compare(result, driver.Name, driver.Coefficient))],
        Users = result.UnseenFeatures.Count,
    };

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "What was planted, and what the model found",
        [
            new("Driver", Format.Text), new("Planted (log hazard)", Format.Number()), new("Moves the probability by", Format.Points(2)),
            new("Lower", Format.Points(2)), new("Upper", Format.Points(2)), new("Same way", Format.Flag),
        ],
        Drivers.Select(driver => new object?[] { driver.Name, driver.Planted, driver.Change, driver.Interval?.Lower, driver.Interval?.Upper, driver.IsSameWay }),
        $"n = {Caption.Count(Users)} users, each with and without the driver · 95 % intervals over users, the model taken as it is");

    /// <inheritdoc/>
    public override Chart ToChart()
    {
        var known = Drivers.Where(driver => driver.Change is not null).ToList();
        return new BarChart(
            "What was planted, and what the model found",
            [.. known.Select(driver => $"{driver.Name} ({Format.Number().Write(driver.Planted)})")],
            new("Driver (planted)", Format.Text), new("Moves the probability of leaving by", Format.Points(1)),
            [
                new("Model", [.. known.Select(driver => driver.Change!.Value)])
                {
                    Lower = [.. known.Select(driver => driver.Interval!.Value.Lower)],
                    Upper = [.. known.Select(driver => driver.Interval!.Value.Upper)],
                },
            ])
        { Horizontal = true, Subtitle = $"n = {Caption.Count(Users)} users, each with and without the driver" };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        $"Of the {Drivers.Count(driver => driver.IsSameWay is not null)} planted drivers that the model uses, {Drivers.Count(driver => driver.IsSameWay == true)} move it the way they were planted; "
            + $"{Drivers.Count(driver => driver.Planted != 0 && driver.IsSameWay is null)} it does not use: too few users had them, or recency and frequency say it already.",
    ];

    private static PlantedDriver Compare(ChurnResult result, string name, double planted)
    {
        var users = result.UnseenFeatures;
        var steps = Steps(name, users).ToList();
        if (steps.Count == 0)
            return new(name, planted, null, null);
        double[] without = result.ScoreUnseen(Given(users, steps.Select(step => (step.Feature, step.Without))));
        double[] with = result.ScoreUnseen(Given(users, steps.Select(step => (step.Feature, step.With))));
        var change = with.Zip(without, (a, b) => a - b).Aggregate(default(MeanSums), (sums, one) => sums.Add(one));
        return new(name, planted, change.Mean, change.Interval());
    }

    private static FeatureTable Given(FeatureTable users, IEnumerable<(string Feature, object? Value)> values) =>
        values.Aggregate(users, (table, one) => table.Replace(FeatureValues.Constant(table.Columns.Get<Column>(one.Feature), one.Value, table.Count)));

    /// <summary>What a driver changes, where the table has the features for it.</summary>
    private static IEnumerable<(string Feature, object? Without, object? With)> Steps(string driver, FeatureTable users) => driver.Split(" = ") switch
    {
        ["channel", var channel] => Words(users, "channel", "organic", channel),
        ["platform", var platform] => Words(users, "last_platform", "ios", platform),
        ["has ever liked, commented or shared"] => Numbers(users, ("n_like", 0), ("n_comment", 0), ("n_share", 0)),
        ["has ever ordered"] => Numbers(users, ("orders", 0), ("spend", 0), ("average_order", null), ("order_recency_days", null), ("n_pay", 0), ("n_checkout", 0)),
        ["a line of the last order comes back"] when users.Columns.TryGet<FlagColumn>("last_order_refunded", out _) => [("last_order_refunded", false, true)],
        ["each message in the last seven days"] when users.Columns.TryGet<NumberColumn>("touches_7d", out _) => [("touches_7d", 0.0, 1.0)],
        _ => [],
    };

    private static IEnumerable<(string, object?, object?)> Words(FeatureTable users, string feature, string without, string with) =>
        users.Columns.TryGet<TextColumn>(feature, out var column) && column.CodeOf(without) >= 0 && column.CodeOf(with) >= 0 ? [(feature, without, with)] : [];

    /// <summary>Nothing, against the median of those who have some.</summary>
    private static IEnumerable<(string, object?, object?)> Numbers(FeatureTable users, params (string Feature, double? None)[] features) =>
        features.Where(one => users.Columns.TryGet<NumberColumn>(one.Feature, out _))
            .Select(one => (one.Feature, (object?)one.None, (object?)SampleMedian.Of([.. users.Numbers(one.Feature).Where(value => value > 0)])?.Median));
}
