using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace UserOps.Learning;

/// <summary>Settings of boosted trees that suit the number of rows, so that nobody has to tune: small trees that learn slowly.</summary>
/// <param name="Leaves">Leaves of a tree.</param>
/// <param name="LeastRows">Rows in a leaf, at least.</param>
/// <param name="Rate">The learning rate.</param>
/// <param name="Seed">The seed of the rows and columns that each tree sees.</param>
internal sealed record BoostedTrees(int Leaves, int LeastRows, double Rate, int Seed)
{
    public const int MostTrees = 600;
    private const int Patience = 40, FixedTrees = 200;
    private const double RowShare = 0.8, ColumnShare = 0.6, Ridge = 5;

    public static BoostedTrees For(int rows, int seed) => rows switch
    {
        < 5_000 => new(6, Math.Clamp(rows / 50, 5, 20), 0.05, seed),
        < 50_000 => new(10, 40, 0.05, seed),
        _ => new(31, 100, 0.1, seed),
    };

    /// <param name="trees">How many trees; the most when it stops early.</param>
    /// <param name="stopsEarly">Whether rows are given on which more trees must help.</param>
    public LightGbmBinaryTrainer.Options LightGbmBinary(int trees, bool stopsEarly) => new()
    {
        LabelColumnName = MatrixView.Label,
        FeatureColumnName = MatrixView.Features,
        ExampleWeightColumnName = MatrixView.Weight,
        NumberOfIterations = trees,
        EarlyStoppingRound = stopsEarly ? Patience : 0,
        EvaluationMetric = LightGbmBinaryTrainer.Options.EvaluateMetricType.Logloss,
        NumberOfLeaves = Leaves,
        MinimumExampleCountPerLeaf = LeastRows,
        LearningRate = Rate,
        Sigmoid = 1,
        Seed = Seed,
        NumberOfThreads = 1,
        Booster = Booster,
    };

    /// <inheritdoc cref="LightGbmBinary"/>
    public LightGbmRegressionTrainer.Options LightGbmRegression(int trees, bool stopsEarly) => new()
    {
        LabelColumnName = MatrixView.Label,
        FeatureColumnName = MatrixView.Features,
        NumberOfIterations = trees,
        EarlyStoppingRound = stopsEarly ? Patience : 0,
        EvaluationMetric = LightGbmRegressionTrainer.Options.EvaluateMetricType.RootMeanSquaredError,
        NumberOfLeaves = Leaves,
        MinimumExampleCountPerLeaf = LeastRows,
        LearningRate = Rate,
        Seed = Seed,
        NumberOfThreads = 1,
        Booster = Booster,
    };

    public FastTreeBinaryTrainer.Options FastTreeBinary() => new()
    {
        LabelColumnName = MatrixView.Label,
        FeatureColumnName = MatrixView.Features,
        ExampleWeightColumnName = MatrixView.Weight,
        NumberOfTrees = FixedTrees,
        NumberOfLeaves = Leaves,
        MinimumExampleCountPerLeaf = LeastRows,
        LearningRate = Rate,
        FeatureFraction = ColumnShare,
        Seed = Seed,
        FeatureSelectionSeed = Seed,
        NumberOfThreads = 1,
    };

    public FastTreeRegressionTrainer.Options FastTreeRegression() => new()
    {
        LabelColumnName = MatrixView.Label,
        FeatureColumnName = MatrixView.Features,
        NumberOfTrees = FixedTrees,
        NumberOfLeaves = Leaves,
        MinimumExampleCountPerLeaf = LeastRows,
        LearningRate = Rate,
        FeatureFraction = ColumnShare,
        Seed = Seed,
        FeatureSelectionSeed = Seed,
        NumberOfThreads = 1,
    };

    private static GradientBooster.Options Booster => new()
    {
        SubsampleFraction = RowShare,
        SubsampleFrequency = 1,
        FeatureFraction = ColumnShare,
        L2Regularization = Ridge,
    };
}
