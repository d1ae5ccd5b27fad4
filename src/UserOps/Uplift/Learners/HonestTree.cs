using UserOps.Data;
using UserOps.Features;
using UserOps.Learning;
using UserOps.Segments.Audiences;
using UserOps.Segments.Trees;

namespace UserOps.Uplift;

/// <summary>Rules, and the uplift of the users of each, from users on whom the rules were not found.</summary>
/// <param name="Leaves">The rules; exactly one holds for each user.</param>
/// <param name="Words">The words that rules may name, by feature: later users may lack some.</param>
internal sealed record HonestTree(IReadOnlyList<UpliftLeaf> Leaves, IReadOnlyDictionary<string, string[]> Words) : IUpliftScorer
{
    private const int Bounds = 50;

    /// <param name="users">The users of the control and of one treated arm.</param>
    /// <param name="definition">How deep, how small.</param>
    /// <param name="seed">The seed of the halves.</param>
    public static HonestTree Fit(AssignedUsers users, UpliftLearner.UpliftTree definition, int seed)
    {
        (int[] finding, int[] estimating) = Folds.Split(Folds.Of(users.Features.Ids, users.Strata, 2, seed), 0);
        double mean = users.Outcomes.Average();
        UpliftSums SumsOf(int row) => UpliftSums.Of(users.ArmOf[row] != 0, users.Outcomes[row] - mean);
        var rules = RuleTree<UpliftSums>.Grow(users.Features, finding, rows => new(SumsOf, rows, definition.LeastUsers, Bounds), definition.Depth);
        double everyone = MeanDifference.Of(users, estimating).Value;
        return new([.. rules.Select(Leaf)], users.Features.Columns.Columns.OfType<TextColumn>().ToDictionary(column => column.Name, column => column.Words));

        UpliftLeaf Leaf(Rule rule)
        {
            var holds = rule.Holds(users.Features);
            var effect = MeanDifference.Of(users, [.. estimating.Where(row => holds[row])]);
            return new(rule, effect, effect.IsKnown ? effect.Value : everyone);
        }
    }

    public double[] Uplift(FeatureTable features)
    {
        double[] uplift = new double[features.Count];
        var known = WithKnownWords(features);
        foreach (var leaf in Leaves)
            foreach ((int row, bool holds) in leaf.Rule.Holds(known).Index())
                uplift[row] += holds ? leaf.Uplift : 0;
        return uplift;
    }

    private FeatureTable WithKnownWords(FeatureTable features)
    {
        foreach ((string name, string[] words) in Words)
            if (features.Columns.TryGet<TextColumn>(name, out var column) && words.Except(column.Words).ToArray() is { Length: > 0 } unseen)
                features = features.Replace(column with { Words = [.. column.Words, .. unseen] });
        return features;
    }
}

/// <summary>The users of a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Effect">What the arm changed among them, on users that the rule was not found on.</param>
/// <param name="Uplift">The uplift that they are given: that of everyone where too few of an arm are left to tell.</param>
internal sealed record UpliftLeaf(Rule Rule, MeanDifference Effect, double Uplift);
