using UserOps.Data;
using UserOps.Display;
using UserOps.Features;
using UserOps.Learning;

namespace UserOps.Uplift;

/// <summary>A model that knows the arm as a feature.</summary>
internal sealed record OneModel(LearnedModel Model) : IUpliftScorer
{
    private const string Treated = "(treated)";

    /// <param name="users">The users of the control and of one treated arm.</param>
    /// <param name="options">How to learn.</param>
    public static OneModel Fit(AssignedUsers users, LearningOptions options)
    {
        var known = users with { Features = WithArm(users.Features, row => users.ArmOf[row] != 0) };
        return new(ResponseModel.Fit(known, [.. Enumerable.Range(0, users.Count)], options));
    }

    public double[] Uplift(FeatureTable features)
    {
        double[] with = Model.Score(WithArm(features, _ => true)), without = Model.Score(WithArm(features, _ => false));
        return [.. with.Zip(without, (treated, alone) => treated - alone)];
    }

    private static FeatureTable WithArm(FeatureTable features, Func<int, bool> isTreated) => features.With(
        [.. features.Ids],
        [.. features.Features, new(Treated, "whether the user was treated", Format.Flag)],
        [.. features.Columns.Columns, new FlagColumn(Treated, [.. Enumerable.Range(0, features.Count).Select(row => (sbyte)(isTreated(row) ? 1 : 0))])]);
}
