using UserOps.Benchmarks.Measuring;
using UserOps.Data;
using UserOps.Features;
using UserOps.Learning;
using UserOps.Statistics;

namespace UserOps.Benchmarks.Models;

/// <summary>Training on four fifths of the users, encoding included, and the AUC on the others.</summary>
internal sealed record TrainingCost(double CpuMs, double Auc, SklearnModel Sklearn)
{
    public double CpuRatio => Math.Round(Sklearn.CpuMs / CpuMs, 2);

    public double AucDifference => Math.Round(Auc - Sklearn.Auc, 4);

    public static Dictionary<string, TrainingCost> Measure(double[][] columns, bool[] left, SklearnAnswers peer)
    {
        var table = FeatureTable.From(
            new("users", [TextColumn.From("id", left.Select((_, row) => $"u{row}")), .. columns.Select((values, i) => new NumberColumn($"x{i}", values))]), "id");
        int train = left.Length / 5 * 4;
        var (known, unseen) = (table.Rows([.. Enumerable.Range(0, train)]), table.Rows([.. Enumerable.Range(train, left.Length - train)]));
        TrainingCost Train(Learner learner, SklearnModel beside)
        {
            var (cpu, model) = CpuClock.Measure(() => LearnedModel.FitBinary(known, left[..train], new() { Learner = learner }));
            return new(cpu, new BinaryScores(model.Score(unseen), left[train..]).Auc, beside);
        }
        return new() { ["boosted_trees"] = Train(LightGbmLibrary.Boosted(), peer.Trees), ["logistic"] = Train(Learner.Linear, peer.Linear) };
    }
}
