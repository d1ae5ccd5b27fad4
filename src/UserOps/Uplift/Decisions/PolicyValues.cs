using UserOps.Statistics;

namespace UserOps.Uplift;

/// <summary>Values rules on the users who judge.</summary>
internal sealed class PolicyValues(UpliftResult result, UpliftOffer offer)
{
    private const int Steps = 20;
    private const double Users = 1000;

    private readonly AssignedUsers _judges = result.Judges;
    private readonly PredictedUplift _predicted = PredictedUplift.Of(result.Predicted);
    private readonly int _bestArm = result.Effects.Effects.Index().MaxBy(arm => arm.Item.Effect.Value).Index + 1;

    public IReadOnlyList<PolicyRow> Rules()
    {
        int[] byUplift = _predicted.Rule(row => _predicted.AdviceFor(row, offer) == Advice.Contact);
        int contacted = byUplift.Count(arm => arm != PolicyGain.Alone);
        var uplift = PolicyGain.Of(_judges, byUplift, offer);
        var everybody = result.Effects.Effects.Select((arm, i) => Row(result.All.HasSeveralArms ? $"everybody, {arm.Arm}" : "everybody", Everybody(i + 1), uplift));
        double share = (double)contacted / _judges.Count;
        var all = PolicyGain.Of(_judges, Everybody(_bestArm), offer);
        PolicyGain random = new(share * all.Value, [.. all.Influences.Select(one => share * one)]);
        return
        [
            new("by uplift", share, uplift.IsKnown ? uplift.Per(Users, result.Question.Level) : null, null),
            .. contacted == 0 ? (PolicyRow[])[] :
            [
                Row("as many, by response", ByResponse(contacted), uplift),
                new("as many, at random", share, random.Per(Users, result.Question.Level), uplift.IsKnown ? uplift.Over(random, Users, result.Question.Level) : null),
            ],
            .. everybody,
        ];
    }

    public IReadOnlyList<(double Share, Estimate ByUplift, Estimate ByResponse)> Depths() =>
        [.. Enumerable.Range(0, Steps + 1).Select(step => ((double)step / Steps, At(Top(_predicted.Best, step, row => _predicted.Arms[row])), At(Top(result.Responses, step, _ => _bestArm))))];

    private Estimate At(int[] arms) => PolicyGain.Of(_judges, arms, offer).Per(Users, result.Question.Level);

    private int[] Top(double[] scores, int step, Func<int, int> armOf)
    {
        if (step == 0)
            return new int[_judges.Count];
        double least = scores.OrderDescending().ElementAt((int)Math.Ceiling((double)step / Steps * scores.Length) - 1);
        return [.. scores.Select((score, row) => score >= least ? armOf(row) : PolicyGain.Alone)];
    }

    private int[] ByResponse(int contacted)
    {
        double least = result.Responses.OrderDescending().ElementAt(contacted - 1);
        return [.. result.Responses.Select(response => response >= least ? _bestArm : PolicyGain.Alone)];
    }

    private int[] Everybody(int arm) => [.. Enumerable.Repeat(arm, _judges.Count)];

    private PolicyRow Row(string name, int[] arms, PolicyGain uplift)
    {
        var gain = PolicyGain.Of(_judges, arms, offer);
        return new(name, (double)arms.Count(arm => arm != PolicyGain.Alone) / arms.Length, gain.IsKnown ? gain.Per(Users, result.Question.Level) : null,
            gain.IsKnown && uplift.IsKnown ? uplift.Over(gain, Users, result.Question.Level) : null);
    }
}
