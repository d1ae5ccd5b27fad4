using UserOps.Learning;

namespace UserOps.Uplift;

/// <summary>A model of the outcome of some users: a probability, or an amount.</summary>
internal static class ResponseModel
{
    public static LearnedModel Fit(AssignedUsers users, int[] rows, LearningOptions options)
    {
        var features = users.Features.Rows(rows);
        double[] outcomes = [.. rows.Select(row => users.Outcomes[row])];
        return users.IsBinary
            ? LearnedModel.FitBinary(features, [.. outcomes.Select(outcome => outcome > 0)], options)
            : LearnedModel.FitAmount(features, outcomes, options);
    }
}
