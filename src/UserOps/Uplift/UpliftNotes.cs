using UserOps.Display;
using UserOps.Learning;

namespace UserOps.Uplift;

/// <summary>What a reader must know before acting on a model of uplift.</summary>
internal static class UpliftNotes
{
    public static IEnumerable<string> Of(UpliftResult result)
    {
        if (!result.Balance.LooksRandom)
            yield return "The arms do not look as if drawn by lot: see below before you use any figure.";
        foreach (var leak in result.Leaks)
            yield return $"Possible leakage: {leak}";
        foreach (var arm in result.Arms)
        {
            yield return Verdict(result, arm);
            yield return Against(result, arm);
        }
        if (result.Question.Learners.Count > 1)
            yield return $"{result.Question.Learners[0].Name} decides because it was named first; that another has the larger area here is no reason to change: the largest of {result.Question.Learners.Count} is flattered.";
        if (result.Question.Learners.Any(learner => learner is UpliftLearner.SLearner { Base: Learner.Linear }))
            yield return "A linear S-learner ranks by the level of the outcome: it cannot tell whom the arm changes more.";
        foreach (string left in result.All.LeftOut)
            yield return left;
    }

    private static string Verdict(UpliftResult result, ArmJudgement arm)
    {
        var trial = arm.Trials[0];
        string area = Words(result, trial.Area.Value);
        return trial.BeatsRandom
            ? $"{trial.Name} ranks users{result.Of(arm.Arm)} better than chance: {area} extra for 1,000 treated users on average over all depths, {Words(result, trial.Area.Interval)}."
            : $"{trial.Name} is not shown to rank users{result.Of(arm.Arm)} better than chance ({area} for 1,000 treated users, {Words(result, trial.Area.Interval)}): contact everybody or nobody, as the average effect says.";
    }

    private static string Against(UpliftResult result, ArmJudgement arm)
    {
        var over = arm.Trials[0].OverResponse;
        return over.Interval switch
        {
            { Lower: > 0 } => $"Targeting by uplift{result.Of(arm.Arm)} beats targeting by response by {Words(result, over.Value)} for 1,000, {Words(result, over.Interval)}.",
            { Upper: < 0 } => $"Targeting by response{result.Of(arm.Arm)} does better than by this model, by {Words(result, -over.Value)} for 1,000: use a simpler model or fewer features.",
            _ => $"Whether targeting by uplift{result.Of(arm.Arm)} beats targeting by response is open: {Words(result, over.Value)} for 1,000, {Words(result, over.Interval)}.",
        };
    }

    private static Format Area(UpliftResult result) => Format.Number(result.All.IsBinary ? 2 : 0);

    private static string Words(UpliftResult result, double perUser) => Area(result).Write(1000 * perUser);

    private static string Words(UpliftResult result, Interval? interval) => interval is { } known
        ? new Interval(1000 * known.Lower, 1000 * known.Upper, known.Level).Write(Area(result)) : "without an interval";
}
