namespace UserOps.Survival;

/// <summary>How far predicted survival is from what happened.</summary>
public static class BrierAnalysis
{
    private const int Steps = 40;

    /// <summary>The Brier score of each model over time, censoring weighted out, beside that of the Kaplan–Meier curve of the same data, which knows no covariate.</summary>
    /// <param name="data">Spells that the models have not seen, such as the second part of <see cref="SurvivalData.Split"/>; on the data of the fit scores are flattered.</param>
    /// <param name="models">The models.</param>
    /// <param name="until">The horizon; the time at which a tenth is still at risk when absent.</param>
    /// <remarks>E. Graf et al. (1999), Statistics in Medicine 18. It assumes that censoring does not depend on the covariates.</remarks>
    /// <exception cref="UserOpsException">Spells begin late, no model is named, or a model does not know a covariate of the data.</exception>
    /// <exception cref="InsufficientDataException">No event, or too little time before the horizon.</exception>
    public static BrierResult Brier(this SurvivalData data, IReadOnlyList<ISurvivalModel> models, double? until = null)
    {
        if (models.Count == 0)
            throw new UserOpsException("No model is named; name at least one, such as a Cox model.");
        if (data.Entries?.Any(entry => entry > 0) ?? false)
            throw new InsufficientDataException("spells that come under observation late or are cut at milestones", "whole lives", "Take users who started within the data, or no milestones.");
        var observed = data.Curves().Fit;
        double horizon = until ?? data.Durations.Order().ElementAt((int)(0.9 * (data.Count - 1)));
        double reach = Math.Min(observed.LastTime, data.Durations.Zip(data.Events).Where(one => !one.Second).Select(one => one.First).DefaultIfEmpty(double.PositiveInfinity).Max());
        if (!(horizon > 0 && horizon <= reach))
            throw new InsufficientDataException(
                FormattableString.Invariant($"spells that are watched for {reach:0.###} at most"), FormattableString.Invariant($"a horizon above 0 within that (found {horizon:0.###})"),
                "Ask for a shorter horizon.");
        double[] times = [.. Enumerable.Range(1, Steps).Select(i => horizon * i / Steps)];
        return Of(data, times, [("Kaplan–Meier (no covariate)", (row, time) => observed.SurvivalAt(time)), .. models.Select(model => (model.Name, Predicted(model.Predict(data.Columns))))]);
    }

    internal static BrierResult Of(SurvivalData data, double[] times, IReadOnlyList<(string Name, Func<int, double, double> Survival)> models)
    {
        var weights = new CensoringWeights(data);
        // The same rows for all: a model that cannot see so far ahead must not choose by whom it is judged.
        int[] rows = [.. Enumerable.Range(0, data.Count).Where(row => models.All(model => double.IsFinite(model.Survival(row, times[^1]))))];
        if (rows.Length == 0)
            throw new InsufficientDataException(
                FormattableString.Invariant($"no spell for which every model has a prediction at {times[^1]:0.###}"), "at least one", "Ask for a shorter horizon, or fit on data that were watched for longer.");
        return new()
        {
            Data = data,
            Times = times,
            Count = rows.Length,
            Scores = [.. models.Select(model => new BrierScore(model.Name, [.. times.Select(time => Score(data, rows, weights, model.Survival, time))], times))],
        };
    }

    private static Func<int, double, double> Predicted(PredictedSurvival prediction) => prediction.At;

    /// <summary>The mean squared distance of prediction and outcome.</summary>
    private static double Score(SurvivalData data, int[] rows, CensoringWeights weights, Func<int, double, double> survival, double time)
    {
        double sum = 0, still = weights.At(time);
        foreach (int row in rows)
        {
            double predicted = survival(row, time);
            if (data.Durations[row] > time)
                sum += (1 - predicted) * (1 - predicted) / still;
            else if (data.Events[row])
                sum += predicted * predicted / weights.JustBefore(data.Durations[row]);
        }
        return sum / rows.Length;
    }
}
