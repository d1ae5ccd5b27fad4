using UserOps.Churn;
using UserOps.Learning;
using UserOps.Statistics;

namespace UserOps.Uplift;

/// <summary>Fits every learner on some users and scores others.</summary>
internal static class UpliftRun
{
    // With fewer outcomes a feature that explains them all is no news.
    private const int LeastToTell = 40;

    public static UpliftResult Of(AssignedUsers users, UpliftQuestion question)
    {
        UpliftChecks.Check(users);
        var split = UpliftSplit.Of(users, question);
        int learners = question.Learners.Count, parts = split.Parts.Count, arms = users.Arms.Count - 1;
        var models = new UpliftModel[learners * parts];
        double[][][] scores = [.. Enumerable.Range(0, learners).Select(_ => Blank(arms, users.Count))];
        double[] response = new double[users.Count];
        // The last of the steps of a part is the plain model of the outcome.
        Concurrently.Run((learners + 1) * parts, step =>
        {
            (int part, int learner) = Math.DivRem(step, learners + 1);
            (int[] training, int[] judging) = split.Parts[part];
            var features = users.Features.Rows(judging);
            if (learner == learners)
            {
                Write(response, judging, ResponseModel.Fit(users, training, new() { Learner = Learner.Linear, Seed = question.Seed }).Score(features));
                return;
            }
            var model = models[part * learners + learner] = UpliftModel.Fit(users.Rows(training), question.Learners[learner], question.Seed);
            foreach ((int arm, double[] uplift) in model.Uplift(features).Index())
                Write(scores[learner][arm], judging, uplift);
        });
        int tree = question.Learners.ToList().FindIndex(learner => learner is UpliftLearner.UpliftTree);
        UpliftModel Whole(int learner) => parts == 1 ? models[learner] : UpliftModel.Fit(users, question.Learners[learner], question.Seed);
        return Judge(users, question, split, scores, response, Whole(0), tree < 0 ? null : Whole(tree));
    }

    private static UpliftResult Judge(
        AssignedUsers users, UpliftQuestion question, UpliftSplit split, double[][][] scores, double[] response, UpliftModel model, UpliftModel? tree)
    {
        int[] judging = split.Judging;
        var judges = users.Rows(judging);
        double[] responses = [.. judging.Select(row => response[row])];
        var arms = Enumerable.Range(1, users.Arms.Count - 1).Select(arm => ArmJudgement.Of(
            judges, arm, question, [.. scores.Select(learner => judging.Select(row => learner[arm - 1][row]).ToArray())], responses));
        return new()
        {
            Question = question,
            All = users,
            Judges = judges,
            Predicted = [.. scores[0].Select(arm => (IReadOnlyList<double>)[.. judging.Select(row => arm[row])])],
            Responses = responses,
            Arms = [.. arms],
            Effects = ArmEffects.Of(users, question.Level),
            Balance = AssignmentBalance.Of(users, question.Seed),
            Leaks = Leaks(users, question.Seed),
            Model = model,
            Tree = tree,
        };
    }

    private static IReadOnlyList<LeakageWarning> Leaks(AssignedUsers users, int seed)
    {
        bool[] happened = [.. users.Outcomes.Select(Happened(users))];
        int yes = happened.Count(one => one);
        return Math.Min(yes, users.Count - yes) < LeastToTell ? [] : LeakageCheck.Of(users.Features, happened, seed);
    }

    /// <summary>Whether an outcome counts as much: yes, or an amount above the median (above zero where most have none).</summary>
    private static Func<double, bool> Happened(AssignedUsers users)
    {
        double[] sorted = [.. users.Outcomes.Order()];
        double middle = sorted[sorted.Length / 2];
        double bound = middle < sorted[^1] ? middle : sorted[0];
        return users.IsBinary ? outcome => outcome > 0 : outcome => outcome > bound;
    }

    private static double[][] Blank(int arms, int users) => [.. Enumerable.Range(0, arms).Select(_ => new double[users])];

    private static void Write(double[] scores, int[] rows, double[] values)
    {
        for (int i = 0; i < rows.Length; i++)
            scores[rows[i]] = values[i];
    }
}
