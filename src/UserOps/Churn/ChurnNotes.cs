using System.Globalization;
using UserOps.Display;
using UserOps.Learning;

namespace UserOps.Churn;

/// <summary>What a reader must know before using a model of churn.</summary>
internal static class ChurnNotes
{
    public static IEnumerable<string> Of(ChurnResult result)
    {
        foreach (var leak in result.Leaks)
            yield return $"Possible leakage: {leak}";
        yield return Chosen(result);
        if (result.Trials.All(trial => trial.Learner != Learner.LightGbm))
            yield return "The native library of LightGBM is missing on this machine; the boosted trees of ML.NET were used instead.";
        if (result.Model.Card.Features is { UnderContract: true })
            yield return "A contract that ends and is taken up again after the horizon counts as left.";
        else if (result.HoldOut is not null)
            yield return "A user who was active is counted as having left when nothing happens in the horizon; some come back later.";
        else
            yield return "Without dates nobody can test the model on a later time; expect it to do worse on next month's users.";
        if (result.WithoutTarget > 0)
            yield return $"{Caption.Count(result.WithoutTarget)} rows without a target were left out.";
        if (result.UnseenFeatures.LeftOut.Count > 0)
            yield return $"Moments cannot be learnt from and were left out: {string.Join(", ", result.UnseenFeatures.LeftOut)}.";
        if (result.Model.Unused.Count > 0)
            yield return $"Left out by the model: {string.Join("; ", result.Model.Unused)}.";
    }

    public static string Name(Learner learner) => learner switch
    {
        Learner.LightGbm => "boosted trees (LightGBM)",
        Learner.FastTree => "boosted trees (FastTree)",
        _ => "logistic regression",
    };

    private static string Words(Interval? difference, bool isSimple) => difference is not { } interval
        ? "."
        : $" {interval.Write(Format.Number(3))}{(!interval.Contains(0) ? "." : isSimple ? ", which chance explains." : ", which chance explains: the simpler one would do.")}";

    private static string Chosen(ChurnResult result)
    {
        var difference = result.Trials[0].OutOfFold.CompareAuc(result.Trials[1].OutOfFold, result.Level);
        return string.Create(CultureInfo.InvariantCulture,
            $"The model is the {Name(result.Trials[0].Learner)}: its log loss over the folds of the training is the lower one. Its AUC there differs from the other's by "
            + $"{difference.Difference:+0.000;-0.000;0.000}{Words(difference.Interval, isSimple: result.Trials[0].Learner == Learner.Linear)}");
    }
}
