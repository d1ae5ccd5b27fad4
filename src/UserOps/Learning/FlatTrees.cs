using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace UserOps.Learning;

/// <summary>The trees of LightGBM as plain arrays, which are many times faster to walk than through ML.NET, row by row.</summary>
/// <remarks>For rows without missing values only: ML.NET does not tell which way those go.</remarks>
internal sealed class FlatTrees
{
    private readonly Tree[] _trees;
    private readonly double _bias;
    private readonly PlattCalibrator? _calibrator;

    private FlatTrees(RegressionTreeEnsemble ensemble, PlattCalibrator? calibrator)
    {
        _trees = [.. ensemble.Trees.Zip(ensemble.TreeWeights, (tree, weight) => new Tree(
            [.. tree.NumericalSplitFeatureIndexes], [.. tree.NumericalSplitThresholds], [.. tree.LeftChild], [.. tree.RightChild], [.. tree.LeafValues.Select(value => weight * value)]))];
        (_bias, _calibrator) = (ensemble.Bias, calibrator);
    }

    /// <summary>The trees of a fitted model; null where it is none of LightGBM or found nothing to split by.</summary>
    public static FlatTrees? Of(object model) => model switch
    {
        ISingleFeaturePredictionTransformer<object> transformer => Of(transformer.Model),
        CalibratedModelParametersBase<LightGbmBinaryModelParameters, PlattCalibrator> binary when HasSplits(binary.SubModel) => new(binary.SubModel.TrainedTreeEnsemble, binary.Calibrator),
        LightGbmRegressionModelParameters amount when HasSplits(amount) => new(amount.TrainedTreeEnsemble, null),
        _ => null,
    };

    public int Count => _trees.Length;

    /// <summary>The score of a row, a probability where the model is calibrated.</summary>
    public double Score(ReadOnlySpan<float> row)
    {
        double sum = _bias;
        foreach (var tree in _trees)
            sum += tree.ValueOf(row);
        return _calibrator is null ? (float)sum : (float)(1 / (1 + Math.Exp(_calibrator.Slope * (float)sum + _calibrator.Offset)));
    }

    // ML.NET fails to list the trees of a model without a single split.
    private static bool HasSplits(TreeEnsembleModelParameters model)
    {
        VBuffer<float> gains = default;
        model.GetFeatureWeights(ref gains);
        return gains.Items().Any(gain => gain.Value > 0);
    }

    /// <summary>One tree; a child below zero is a leaf, by the complement of its place.</summary>
    private sealed record Tree(int[] Feature, float[] Threshold, int[] AtMost, int[] Above, double[] Leaves)
    {
        public double ValueOf(ReadOnlySpan<float> row)
        {
            int node = 0;
            while (node >= 0)
                node = row[Feature[node]] <= Threshold[node] ? AtMost[node] : Above[node];
            return Leaves[~node];
        }
    }
}
