using MathNet.Numerics.Distributions;
using UserOps.Data;
using UserOps.Display;
using UserOps.Learning;
using UserOps.Statistics;

namespace UserOps.Uplift;

/// <summary>A feature that differs between an arm and the users left alone.</summary>
/// <param name="Feature">The feature, with the word where it holds words.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Treated">The mean or share in the arm.</param>
/// <param name="Control">The mean or share of those left alone.</param>
/// <param name="Standardised">The difference over the pooled deviation.</param>
/// <param name="P">The probability of such a difference, or a larger one, among as many features when arms are drawn by lot.</param>
public sealed record Imbalance(string Feature, string Arm, double Treated, double Control, double Standardised, double P);

/// <summary>Whether the arms look as if drawn by lot: can what was known before tell who was treated?</summary>
/// <remarks>P. Rosenbaum and D. Rubin (1985), standardised differences; the AUC of a linear model of the arm, each user scored by a model of the other half.
/// Nobody can tell from data whether arms differ in what was not recorded.</remarks>
public sealed record AssignmentBalance : AnalysisResult
{
    private const double Rare = 0.001;
    private const int Worst = 8, MostWords = 20;

    internal AssignmentBalance() { }

    /// <summary>The features by falling difference, those that differ most first.</summary>
    public required IReadOnlyList<Imbalance> Features { get; init; }

    /// <summary>How well features tell the arm, by arm: 0.5 when drawn by lot.</summary>
    public required IReadOnlyList<(string Arm, AucEstimate Auc)> Propensity { get; init; }

    /// <summary>The probability of shares as far or farther from those that were meant; null where none were given.</summary>
    public required double? SharesP { get; init; }

    /// <summary>Whether nothing speaks against a draw by lot, at one false alarm in a thousand for each check.</summary>
    public bool LooksRandom => Features.All(feature => feature.P >= Rare) && Propensity.All(arm => !TellsArm(arm.Auc)) && !(SharesP < Rare);

    internal static AssignmentBalance Of(AssignedUsers users, int seed)
    {
        int[] arms = [.. Enumerable.Range(1, users.Arms.Count - 1)];
        var all = arms.SelectMany(arm => users.Features.Columns.Columns.SelectMany(Traits).Select(trait => Compare(users, arm, trait.Name, trait.Values))).OfType<Imbalance>().ToArray();
        return new()
        {
            Features = [.. all.Select(one => one with { P = Math.Min(1, one.P * all.Length) }).OrderByDescending(one => Math.Abs(one.Standardised)).ThenBy(one => one.Feature, StringComparer.Ordinal)],
            Propensity = [.. arms.Select(arm => (users.Arms[arm], AucOf(users.Rows(users.RowsOf(0, arm)), seed)))],
            SharesP = users.SharesAreKnown ? SharesByChance(users) : null,
        };
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Do the arms look as if drawn by lot?",
        [
            new("Known before", Format.Text), new("Arm", Format.Text), new("Treated", Format.Number()), new("Left alone", Format.Number()), new("Standardised difference", Format.Number(3)),
            new("Chance alone", Format.Text),
        ],
        Features.Take(Worst).Select(one => (object?[])[one.Feature, one.Arm, one.Treated, one.Control, one.Standardised, one.P < Rare ? "under 1 in 1,000" : Format.Percent(0).Write(one.P)]),
        string.Join(" · ",
        [
            $"the {Math.Min(Worst, Features.Count)} largest of {Features.Count} differences; chance: of one as large among so many",
            .. Propensity.Select(arm => $"AUC of telling {arm.Arm} {Format.Number(3).Write(arm.Auc.Value)}"),
            .. SharesP is { } p ? (string[])[$"shares as meant: p = {Format.Number(3).Write(p)}"] : [],
        ]));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Features.Where(one => one.P < Rare).Take(3).Select(one => $"'{one.Feature}' differs between {one.Arm} and those left alone beyond chance: the arms were not drawn by lot, or it was written after the assignment. Leave it out, or do not trust the figures."),
        .. Propensity.Where(arm => TellsArm(arm.Auc)).Select(arm => $"Features tell who got {arm.Arm} (AUC {Format.Number(3).Write(arm.Auc.Value)}): the arm was not drawn by lot, and differences between arms are not effects."),
        .. SharesP < Rare ? (string[])["The shares of the arms are not those that were meant: users were lost on the way, perhaps not by chance."] : [],
        .. LooksRandom ? (string[])["Nothing that was known before tells the arms apart: they look as if drawn by lot."] : [],
    ];

    private static bool TellsArm(AucEstimate auc) => auc.Interval is { } interval && interval.Lower > 0.5 && auc.Value > 0.51;

    private static IEnumerable<(string Name, double[] Values)> Traits(Column column)
    {
        if (column is not TextColumn text)
            return [(column.Name, NumberCode.ValuesOf(column))];
        int[] frequent = [.. text.Codes.Where(code => code >= 0).CountBy(code => code).OrderByDescending(one => one.Value).ThenBy(one => text.Words[one.Key], StringComparer.Ordinal).Take(MostWords).Select(one => one.Key)];
        return frequent.Select(code => ($"{column.Name} = {text.Words[code]}", text.Codes.Select(one => one == code ? 1.0 : 0).ToArray()));
    }

    private static Imbalance? Compare(AssignedUsers users, int arm, string name, double[] values)
    {
        MeanSums treated = default, control = default;
        double centre = values.FirstOrDefault(value => !double.IsNaN(value));
        foreach ((int row, double value) in values.Index())
            if (!double.IsNaN(value) && users.ArmOf[row] == arm)
                treated = treated.Add(value - centre);
            else if (!double.IsNaN(value) && users.ArmOf[row] == 0)
                control = control.Add(value - centre);
        var difference = new MeanDifference(treated, control, false);
        if (!difference.IsKnown || !(difference.StandardError > 0))
            return null;
        double pooled = Math.Sqrt((Variance(treated) + Variance(control)) / 2);
        return new(name, users.Arms[arm], treated.Mean!.Value + centre, control.Mean!.Value + centre, difference.Value / pooled,
            2 * Normal.CDF(0, 1, -Math.Abs(difference.Value / difference.StandardError)));
    }

    private static double Variance(MeanSums sums) => Math.Max(0, sums.SumOfSquares - sums.Sum * sums.Sum / sums.Count) / (sums.Count - 1);

    private static AucEstimate AucOf(AssignedUsers users, int seed)
    {
        double[] isTreated = [.. users.ArmOf.Select(arm => arm == 0 ? 0.0 : 1)], scores = new double[users.Count];
        int[] halves = Folds.Of(users.Features.Ids, isTreated, 2, seed);
        for (int half = 0; half < 2; half++)
        {
            (int[] inside, int[] outside) = Folds.Split(halves, half);
            var model = LearnedModel.FitAmount(users.Features.Rows(outside), [.. outside.Select(row => isTreated[row])], new() { Learner = Learner.Linear, Seed = seed });
            foreach (var (row, score) in inside.Zip(model.Score(users.Features.Rows(inside))))
                scores[row] = score;
        }
        return new BinaryScores(scores, [.. isTreated.Select(one => one > 0)]).RocAuc(1 - Rare);
    }

    private static double SharesByChance(AssignedUsers users)
    {
        double[] expected = [.. users.Shares.Select(share => share * users.Count)];
        double distance = expected.Select((count, arm) => Math.Pow(users.ArmOf.Count(one => one == arm) - count, 2) / count).Sum();
        return ChiSquare.Tail(distance, users.Arms.Count - 1);
    }
}
