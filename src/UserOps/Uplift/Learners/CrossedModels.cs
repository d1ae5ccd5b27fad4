using UserOps.Features;
using UserOps.Learning;

namespace UserOps.Uplift;

/// <summary>Models of what the arm changed, one learnt from the treated and one from those left alone.</summary>
internal sealed record CrossedModels(LearnedModel OfTreated, LearnedModel OfControl, double TreatedShare) : IUpliftScorer
{
    public static CrossedModels Fit(AssignedUsers users, int arm, LearnedModel control, LearningOptions options)
    {
        int[] treatedRows = users.RowsOf(arm), controlRows = users.RowsOf(0);
        var treated = ResponseModel.Fit(users, treatedRows, options);
        double[] changed = Outcomes(treatedRows), missed = treated.Score(users.Features.Rows(controlRows));
        double[] alone = control.Score(users.Features.Rows(treatedRows)), found = Outcomes(controlRows);
        return new(
            LearnedModel.FitAmount(users.Features.Rows(treatedRows), [.. changed.Zip(alone, (outcome, without) => outcome - without)], options),
            LearnedModel.FitAmount(users.Features.Rows(controlRows), [.. missed.Zip(found, (with, outcome) => with - outcome)], options),
            users.TreatedShare(arm));

        double[] Outcomes(int[] rows) => [.. rows.Select(row => users.Outcomes[row])];
    }

    // Where few were treated, what those left alone say is the steadier: their outcome is held against the model of the treated.
    public double[] Uplift(FeatureTable features) =>
        [.. OfTreated.Score(features).Zip(OfControl.Score(features), (treated, alone) => (1 - TreatedShare) * treated + TreatedShare * alone)];
}
