using UserOps.Features;
using UserOps.Learning;

namespace UserOps.Churn;

/// <summary>How good a learner was on users that it did not learn from.</summary>
/// <param name="Learner">How it was learnt.</param>
/// <param name="JudgedOn">Which users it was judged on.</param>
/// <param name="Users">How many rows.</param>
/// <param name="Churned">How many of them left.</param>
/// <param name="Auc">The area under the ROC curve.</param>
/// <param name="AucError">Its standard error.</param>
/// <param name="AveragePrecision">The area under the precision-recall curve.</param>
/// <param name="Brier">The Brier score.</param>
/// <param name="LogLoss">The log loss in nats.</param>
public sealed record ModelMetrics(
    Learner Learner, string JudgedOn, int Users, int Churned, double Auc, double AucError, double AveragePrecision, double Brier, double LogLoss);

/// <summary>Where a model comes from and how good it was; travels with the saved model.</summary>
/// <param name="Library">The version of the library that trained it.</param>
/// <param name="Question">What it predicts, in words.</param>
/// <param name="Rows">Rows of the training: a user counts once for each cut-off.</param>
/// <param name="Users">Different users of the training.</param>
/// <param name="Churned">Rows of users who left.</param>
/// <param name="FeatureHash">A hash of all features and outcomes of the training.</param>
/// <param name="Source">The export or table behind them.</param>
/// <param name="CutOffs">The cut-offs of the training, the latest first; none for a ready table.</param>
/// <param name="Metrics">How good the learners were on users that they did not learn from, the chosen one first.</param>
/// <param name="Features">How the features are built; null for a ready table.</param>
/// <param name="HorizonDays">Within how many days a user leaves; null for a ready table.</param>
public sealed record ModelCard(
    string Library, string Question, int Rows, int Users, int Churned, string FeatureHash, string Source, IReadOnlyList<DateOnly> CutOffs,
    IReadOnlyList<ModelMetrics> Metrics, FeatureDefinition? Features, int? HorizonDays);
