using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Survival;

/// <summary>The Brier score of a model over time.</summary>
/// <param name="Name">The model.</param>
/// <param name="Values">The score at each time: 0 is perfect, 0.25 is a coin.</param>
/// <param name="Times">The times.</param>
public sealed record BrierScore(string Name, IReadOnlyList<double> Values, IReadOnlyList<double> Times)
{
    /// <summary>The mean of the score over time, by trapezoids from the first time to the last.</summary>
    public double Integrated
    {
        get
        {
            double sum = 0;
            for (int i = 1; i < Times.Count; i++)
                sum += (Times[i] - Times[i - 1]) * (Values[i] + Values[i - 1]) / 2;
            return Times.Count == 1 ? Values[0] : sum / (Times[^1] - Times[0]);
        }
    }
}

/// <summary>How far predicted survival is from what happened, model by model.</summary>
public sealed record BrierResult : AnalysisResult
{
    internal BrierResult() { }

    /// <summary>The spells that the models were judged by.</summary>
    public required SurvivalData Data { get; init; }

    /// <summary>The times, ascending.</summary>
    public required IReadOnlyList<double> Times { get; init; }

    /// <summary>The scores; first that of the curve without covariates.</summary>
    public required IReadOnlyList<BrierScore> Scores { get; init; }

    /// <summary>The spells that were judged: those for which every model has a prediction.</summary>
    public required int Count { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => Count == Data.Count ? []
        : [$"Left out: {Caption.Count(Data.Count - Count)} of {Caption.Count(Data.Count)} spells for which a model has no prediction, for want of a covariate or beyond its last time."];

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "How far is predicted survival from what happened?",
        [new("Model", Format.Text), new("Mean Brier score", Format.Number(4)), new("Better than without covariates", Format.Percent()), .. Shown.Select(i => new TableColumn(FormattableString.Invariant($"at {Times[i]:0.#}"), Format.Number(4)))],
        Scores.Select((score, i) => (object?[])[score.Name, score.Integrated, i == 0 ? null : 1 - score.Integrated / Scores[0].Integrated, .. Shown.Select(at => (object?)score.Values[at])]),
        Data.Describe("inverse-probability-of-censoring weights", FormattableString.Invariant($"mean over {Times[0]:0.#} to {Times[^1]:0.#}")));

    /// <inheritdoc/>
    public override Chart ToChart() => new LineChart(
        "Brier score over time", [.. Times.Select(time => (object)time)], new(Data.InUnit("Time since the start"), Format.Number(1)), new("Brier score, lower is better", Format.Number(3)),
        [.. Scores.Select(score => new Series(score.Name, score.Values))])
    { Subtitle = Data.Describe() };

    private int[] Shown => [.. new[] { Times.Count / 4, Times.Count / 2, Times.Count - 1 }.Distinct()];
}
