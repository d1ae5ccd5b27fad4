using UserOps.Statistics;

namespace UserOps.Uplift;

/// <summary>A learner and how it ranks users by what an arm changes.</summary>
/// <param name="Name">The learner.</param>
/// <param name="Scores">Its scores beside arms and outcomes, for users that it did not learn from.</param>
/// <param name="Areas">The area of each variant with its interval; null where it has no meaning.</param>
/// <param name="OverResponse">By how much its area is larger than that of targeting by response, and the interval of the paired difference.</param>
public sealed record UpliftTrial(string Name, UpliftScores Scores, IReadOnlyDictionary<QiniVariant, Estimate?> Areas, Estimate OverResponse)
{
    /// <summary>The mean height of the Qini curve above a random order, for each treated user.</summary>
    public Estimate Area => Areas[QiniVariant.Area]!.Value;

    /// <summary>Whether the model ranks better than chance, beyond the interval.</summary>
    public bool BeatsRandom => Area.Interval is { Lower: > 0 };
}

/// <summary>How the learners do for one arm, on users of that arm and of those left alone.</summary>
public sealed record ArmJudgement
{
    internal ArmJudgement() { }

    /// <summary>The arm.</summary>
    public required string Arm { get; init; }

    /// <summary>The learners in the order asked for; the first one decides.</summary>
    public required IReadOnlyList<UpliftTrial> Trials { get; init; }

    /// <summary>Targeting by a plain model of the outcome: who is likely to act, treated or not.</summary>
    public required UpliftTrial Response { get; init; }

    /// <summary>The curves of the first learner and of targeting by response.</summary>
    public required QiniCurve Curve { get; init; }

    /// <summary>The uplift by groups of falling score of the first learner.</summary>
    public required UpliftDeciles Deciles { get; init; }

    internal static ArmJudgement Of(AssignedUsers judges, int arm, UpliftQuestion question, IReadOnlyList<double[]> uplifts, double[] responses)
    {
        int[] rows = judges.RowsOf(0, arm);
        bool[] treated = [.. rows.Select(row => judges.ArmOf[row] == arm)];
        double[] outcomes = [.. rows.Select(row => judges.Outcomes[row])];
        UpliftScores Of(double[] scores) => new([.. rows.Select(row => scores[row])], treated, outcomes);
        UpliftScores[] all = [.. uplifts.Select(Of), Of(responses)];
        var bootstrap = UpliftBootstrap.Of(all, question.Level, question.Seed);
        UpliftTrial Trial(string name, int place) => new(
            name, all[place], Enum.GetValues<QiniVariant>().ToDictionary(variant => variant, variant => bootstrap.Area(place, variant)),
            bootstrap.Difference(place, uplifts.Count, QiniVariant.Area)!.Value);
        string words = judges.HasSeveralArms ? judges.Arms[arm] : "";
        return new()
        {
            Arm = judges.Arms[arm],
            Trials = [.. question.Learners.Select((learner, place) => Trial(learner.Name, place))],
            Response = Trial("Response model", uplifts.Count),
            Curve = QiniCurve.Of([("By uplift", all[0]), ("By response", all[^1])], bootstrap, 0, uplifts.Count) with { Arm = words },
            Deciles = all[0].Deciles(level: question.Level) with { Arm = words },
        };
    }
}
