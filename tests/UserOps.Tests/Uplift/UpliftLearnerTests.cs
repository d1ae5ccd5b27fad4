using UserOps.Features;
using UserOps.Learning;
using UserOps.Uplift;

namespace UserOps.Tests.Uplift;

/// <summary>Linear learners against NumPy 1.24 (ridge of 1 by normal equations on standardised features) and scikit-learn 1.2.1 (LogisticRegression, C = 1).</summary>
public class UpliftLearnerTests
{
    private static readonly double[] Row = [.. Enumerable.Range(1, 400).Select(i => (double)i)];

    private static double[] Part(double step) => [.. Row.Select(i => i * step % 1)];

    private static (FeatureTable Features, int[] Arms, double[] Amounts, double[] Outcomes) Made()
    {
        double[] x1 = Part(0.6180339887498949), x2 = Part(0.7548776662466927), x3 = Part(0.5698402909980532), u = Part(0.8191725133961645), v = Part(0.6710436067037893);
        int[] arms = [.. Part(0.2207440846057596).Select(part => part < 0.4 ? 1 : 0)];
        return (
            Trials.Table(("x1", x1), ("x2", x2), ("x3", x3)), arms,
            [.. Row.Select((_, i) => 1 + 2 * x1[i] - x2[i] + arms[i] * (0.5 + 1.5 * x3[i] - x1[i]) + (u[i] - 0.5))],
            [.. Row.Select((_, i) => v[i] < 0.2 + 0.3 * x1[i] + arms[i] * 0.3 * x2[i] ? 1.0 : 0)]);
    }

    private static void Gives(UpliftLearner learner, bool isAmount, double tolerance, params double[] expected)
    {
        var made = Made();
        var users = Trials.Of(made.Features, made.Arms, isAmount ? made.Amounts : made.Outcomes);
        double[] found = UpliftModel.Fit(users, learner, 1).Uplift(made.Features.Rows([0, 1, 2, 3, 4]))[0];
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }

    [Fact]
    public void T_learner_of_amounts_is_the_difference_of_two_ridge_regressions() =>
        Gives(new UpliftLearner.TLearner(Learner.Linear), true, 1e-6, 0.733648881, 0.480061989, 0.723005868, 0.469418995, 1.776861377);

    [Fact]
    public void S_learner_of_amounts_gives_everybody_the_coefficient_of_the_arm() =>
        Gives(new UpliftLearner.SLearner(Learner.Linear), true, 1e-6, 0.779027227, 0.779027227, 0.779027227, 0.779027227, 0.779027227);

    [Fact]
    public void X_learner_of_amounts_joins_both_imputed_effects_by_the_share_of_the_arm() =>
        Gives(new UpliftLearner.XLearner(Learner.Linear), true, 1e-6, 0.733642149, 0.479621835, 0.724929929, 0.470909613, 1.772762969);

    [Fact]
    public void Transformed_amounts_are_regressed_on_the_features() =>
        Gives(new UpliftLearner.ClassTransformation(Learner.Linear), true, 1e-6, 0.702843521, 0.354334687, 0.832445567, 0.483936780, 1.973674470);

    [Fact]
    public void T_learner_of_outcomes_is_the_difference_of_two_logistic_regressions() =>
        Gives(new UpliftLearner.TLearner(Learner.Linear), false, 2e-4, 0.262960537, 0.204402905, 0.046342818, 0.000546670, 0.327584743);

    [Fact]
    public void Class_transformation_weighs_arms_of_unequal_share() =>
        Gives(new UpliftLearner.ClassTransformation(Learner.Linear), false, 2e-4, 0.254539387, 0.188677196, 0.043396919, -0.025865581, 0.342379699);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_learner_finds_whom_the_arm_changes(int place)
    {
        var users = WideUsers.Of(Trials.Planted(6_000, 1, 0.3), new("arm", "bought"));
        var model = UpliftModel.Fit(users, All[place], 1);
        double[] uplift = model.Uplift(users.Features)[0], x = users.Features.Numbers("x");
        double changed = uplift.Where((_, row) => x[row] > 0.5).Average(), unchanged = uplift.Where((_, row) => x[row] <= 0.5).Average();
        Assert.InRange(changed, 0.13, 0.38);
        Assert.InRange(unchanged, -0.08, 0.14);
        Assert.True(changed > unchanged + 0.03);
    }

    private static readonly UpliftLearner[] All =
        [new UpliftLearner.SLearner(Learner.LightGbm), new UpliftLearner.XLearner(Learner.LightGbm), .. UpliftLearner.Usual];

    [Fact]
    public void Several_arms_have_a_model_each_against_the_same_control()
    {
        var made = Made();
        int[] arms = [.. made.Arms.Select((arm, row) => arm == 1 && row % 2 == 0 ? 2 : arm)];
        var users = Trials.Of(made.Features, arms, made.Amounts, "none", "a", "b");
        var both = UpliftModel.Fit(users, new UpliftLearner.TLearner(Learner.Linear), 1).Uplift(made.Features);
        int[] alone = users.RowsOf(0, 2);
        var second = UpliftModel.Fit(Trials.Of(made.Features.Rows(alone), [.. alone.Select(row => arms[row] / 2)], [.. alone.Select(row => made.Amounts[row])]), new UpliftLearner.TLearner(Learner.Linear), 1);
        Assert.Equal(2, both.Count);
        Assert.Equal(second.Uplift(made.Features)[0], both[1]);
    }

    [Fact]
    public void A_model_refuses_users_without_its_features()
    {
        var made = Made();
        var model = UpliftModel.Fit(Trials.Of(made.Features, made.Arms, made.Amounts), new UpliftLearner.TLearner(Learner.Linear), 1);
        Assert.Contains("'x3' is missing", Assert.Throws<UserOpsException>(() => model.Uplift(made.Features.Without("x3"))).Message);
    }
}
