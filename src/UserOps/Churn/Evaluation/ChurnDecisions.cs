using UserOps.Data;
using UserOps.Data.Privacy;
using UserOps.Display;

namespace UserOps.Churn;

/// <summary>From a model of churn to money and to a list of people.</summary>
public static class ChurnDecisions
{
    /// <summary>What an offer to those likely to leave would have gained among users that the model did not learn from.</summary>
    /// <param name="result">The model and how it was judged.</param>
    /// <param name="offer">The terms.</param>
    /// <param name="seed">The seed of the bootstrap.</param>
    /// <exception cref="UserOpsException">A term of the offer is impossible.</exception>
    public static ProfitCurve Profit(this ChurnResult result, RetentionOffer offer, int seed = 1) =>
        ProfitCurve.Of(result.Calibrated, offer, result.UnseenFeatures.Ids, result.Level, seed);

    /// <summary>The AUC of the model as a key number of a report.</summary>
    public static Metric Auc(this ChurnResult result)
    {
        var auc = result.Unseen.RocAuc(result.Level);
        return new("churn.auc", auc.Value, "ratio")
        {
            Label = "AUC of the churn model",
            N = result.Unseen.Count,
            Interval = auc.Interval,
            StandardError = auc.StandardError,
            Better = Direction.Up,
            Definition = "The chance that a user who leaves scores higher than one who stays, on users that the model did not learn from.",
        };
    }

    /// <summary>Whether users of an export still look like those the model learnt from.</summary>
    /// <param name="result">The model and how it was judged.</param>
    /// <param name="data">The export, as known at the end of its observed days.</param>
    /// <exception cref="MissingDataException">The model learnt from a ready table, which knows no later time.</exception>
    public static DriftResult Drift(this ChurnResult result, Dataset data) => result.HoldOut is null
        ? throw new MissingDataException("A ready table knows no later time. Wrap a later table with FeatureTable.From and ask the model for the drift.")
        : result.Model.Drift(result.Model.Features(data));

    /// <summary>Whom to make the offer now.</summary>
    /// <param name="result">The model and how it was judged.</param>
    /// <param name="offer">The terms.</param>
    /// <param name="data">The export whose users are decided about, as known at the end of its observed days; not needed for a ready table, whose users who stayed are taken.</param>
    /// <param name="ids">How people are named; they are only numbered when absent.</param>
    /// <exception cref="UserOpsException">A term of the offer is impossible, or the export does not match the model.</exception>
    /// <exception cref="InsufficientDataException">There are fewer than two users to decide about.</exception>
    public static RetentionList WhomToKeep(this ChurnResult result, RetentionOffer offer, Dataset? data = null, ListIds? ids = null) =>
        RetentionList.Of(Prospects(result, data), offer, result.Profit(offer).ActualToExpected, ids ?? new ListIds.Numbers());

    private static Prospects Prospects(ChurnResult result, Dataset? data)
    {
        if (result.HoldOut is null)
            return Stayed(result);
        if (data is null)
            throw new UserOpsException("This model learnt from an export; name the export whose users are to be decided about.");
        var users = result.Model.Features(data);
        return new(users, result.Model.Score(users), result.Model.Suppose, users.Definition!.CutOff);
    }

    // Each is predicted by a model of the others: the model of all has seen that they stayed.
    private static Prospects Stayed(ChurnResult result)
    {
        int[] rows = [.. Enumerable.Range(0, result.Calibrated.Count).Where(row => !result.Calibrated.Outcomes[row])];
        return new(result.UnseenFeatures.Rows(rows), [.. rows.Select(row => result.Calibrated.Scores[row])], result.Model.Suppose, null);
    }
}
