using UserOps.Data;
using UserOps.Features;
using UserOps.Uplift;

namespace UserOps.Tests.Uplift;

/// <summary>Users of made-up experiments.</summary>
internal static class Trials
{
    public static AssignedUsers Of(FeatureTable features, IReadOnlyList<int> arms, IReadOnlyList<double> outcomes, params string[] names)
    {
        string[] all = names.Length == 0 ? ["control", "treatment"] : names;
        return new()
        {
            Features = features,
            Arms = all,
            ArmOf = arms,
            Outcomes = outcomes,
            Shares = ArmNames.Shares(all, arms, null),
            OutcomeWords = "outcome",
        };
    }

    public static FeatureTable Table(params (string Name, double[] Values)[] columns) => FeatureTable.From(
        new("users", [TextColumn.From("id", columns[0].Values.Select((_, row) => $"u{row}")), .. columns.Select(column => new NumberColumn(column.Name, column.Values))]), "id");

    /// <summary>A table of a drawn experiment: the arm changes only users above 0.5 in x; noise tells nothing.</summary>
    public static TypedTable Planted(int users, int seed, double uplift = 0.2, double treated = 0.5)
    {
        var random = new Random(seed);
        double[] x = new double[users], noise = new double[users], outcome = new double[users];
        string[] arm = new string[users];
        for (int row = 0; row < users; row++)
        {
            (x[row], noise[row]) = (random.NextDouble(), random.NextDouble());
            bool isTreated = random.NextDouble() < treated;
            arm[row] = isTreated ? "coupon" : "control";
            outcome[row] = random.NextDouble() < 0.2 + (isTreated && x[row] > 0.5 ? uplift : 0) ? 1 : 0;
        }
        return new("planted", [TextColumn.From("arm", arm), new NumberColumn("x", x), new NumberColumn("noise", noise), new NumberColumn("bought", outcome)]);
    }
}
