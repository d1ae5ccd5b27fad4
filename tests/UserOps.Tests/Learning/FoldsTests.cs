using CsCheck;
using UserOps.Learning;

namespace UserOps.Tests.Learning;

public class FoldsTests
{
    private static readonly Gen<(int User, bool Outcome)[]> Rows = Gen.Select(Gen.Int[0, 60], Gen.Bool).Array[20, 200];

    [Fact]
    public void All_rows_of_a_user_fall_into_one_part_and_outcomes_are_spread_evenly() => Rows.Sample(rows =>
    {
        string[] ids = [.. rows.Select(row => $"u{row.User}")];
        int[] folds = Folds.Of(ids, [.. rows.Select(row => row.Outcome ? 1.0 : 0)], 5, seed: 3);
        Assert.All(ids.Zip(folds).GroupBy(pair => pair.First), user => Assert.Single(user.Select(pair => pair.Second).Distinct()));
        var users = rows.Zip(folds).GroupBy(pair => pair.First.User).Select(user => (Fold: user.First().Second, Outcome: user.Any(pair => pair.First.Outcome))).ToList();
        int[] positives = [.. Enumerable.Range(0, 5).Select(fold => users.Count(user => user.Fold == fold && user.Outcome))];
        Assert.InRange(positives.Max() - positives.Min(), 0, 1);
    }, iter: 200);

    [Fact]
    public void Another_seed_divides_otherwise()
    {
        string[] ids = [.. Enumerable.Range(0, 100).Select(i => $"u{i}")];
        Assert.NotEqual(Folds.Of(ids, new double[100], 5, 1), Folds.Of(ids, new double[100], 5, 2));
        Assert.Equal(Folds.Of(ids, new double[100], 5, 1), Folds.Of(ids, new double[100], 5, 1));
    }
}
