using MathNet.Numerics.LinearAlgebra;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace UserOps.Learning;

/// <summary>Fits linear models on standardised features: the baseline that trees must beat.</summary>
internal static class LinearTraining
{
    private const float LogisticRidge = 1;
    private static readonly float[] Tolerances = [1e-8f, 1e-6f, 1e-4f];
    private const double AmountRidge = 1;

    /// <summary>Logistic regression by L-BFGS with a ridge penalty.</summary>
    /// <exception cref="UserOpsException">No finite weights were found.</exception>
    public static LinearScorer Logistic(TrainingRows rows, LearningOptions options)
    {
        // Where users have two distinct rows only, L-BFGS can reach the optimum exactly and then divide nothing by nothing.
        foreach (float tolerance in Tolerances)
            if (Logistic(rows, options, tolerance) is var found && double.IsFinite(found.Bias) && found.Weights.All(double.IsFinite))
                return found;
        throw new UserOpsException($"The logistic model found no finite weights for {rows.Matrix.Rows} rows. Leave out features that repeat each other, or take in more users.");
    }

    private static LinearScorer Logistic(TrainingRows rows, LearningOptions options, float tolerance)
    {
        var trainer = new MLContext(options.Seed).BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            LabelColumnName = MatrixView.Label,
            FeatureColumnName = MatrixView.Features,
            ExampleWeightColumnName = MatrixView.Weight,
            L1Regularization = 0,
            L2Regularization = LogisticRidge,
            OptimizationTolerance = tolerance,
            HistorySize = 30,
            NumberOfThreads = 1,
        });
        var fitted = trainer.Fit(rows.Binary()).Model.SubModel;
        return new([.. fitted.Weights.Select(weight => (double)weight)], fitted.Bias, true);
    }

    /// <summary>Ridge regression by its normal equations; the mean is not penalised.</summary>
    /// <remarks>Hoerl and Kennard 1970, Ridge regression: biased estimation for nonorthogonal problems.</remarks>
    public static LinearScorer Ridge(TrainingRows rows)
    {
        int width = rows.Matrix.Width;
        var gram = Matrix<double>.Build.Dense(width + 1, width + 1);
        var moments = Vector<double>.Build.Dense(width + 1);
        double[] x = new double[width + 1];
        x[width] = 1;
        for (int row = 0; row < rows.Matrix.Rows; row++)
        {
            for (int column = 0; column < width; column++)
                x[column] = rows.Matrix.Row(row)[column];
            AddRow(gram, moments, x, rows.Outcomes[row]);
        }
        for (int column = 0; column < width; column++)
            gram[column, column] += AmountRidge;
        var weights = gram.Cholesky().Solve(moments);
        return new([.. weights.Take(width)], weights[width], false);
    }

    private static void AddRow(Matrix<double> gram, Vector<double> moments, double[] x, double y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            moments[i] += x[i] * y;
            for (int j = 0; j < x.Length; j++)
                gram[i, j] += x[i] * x[j];
        }
    }
}
