using UserOps.Data;
using UserOps.Features;

namespace UserOps.Tests.Learning;

/// <summary>Seeded users whose outcome hangs on two numbers and a word, beside noise, missing values and a word of a thousand levels.</summary>
internal static class Synthetic
{
    public static (FeatureTable Features, bool[] Outcomes, double[] Amounts) Users(int count, int seed, double intercept = -0.5)
    {
        var random = new Random(seed);
        double[] x = [.. Draw(() => Normal(random))], z = [.. Draw(() => Math.Exp(Normal(random)))], noise = [.. Draw(() => Normal(random))];
        int[] platform = [.. Draw(() => (double)random.Next(3)).Select(value => (int)value)];
        double[] logits = [.. Enumerable.Range(0, count).Select(i => intercept + 1.2 * x[i] - 0.8 * Math.Log(z[i]) + (platform[i] == 0 ? 1 : 0))];
        bool[] outcomes = [.. logits.Select(logit => random.NextDouble() < 1 / (1 + Math.Exp(-logit)))];
        double[] amounts = [.. Enumerable.Range(0, count).Select(i => 10 + 3 * x[i] + (platform[i] == 1 ? 5 : 0) + Normal(random))];
        double[] blanks = [.. noise.Select(value => value > 1 ? double.NaN : value)];
        var table = new TypedTable("synthetic",
        [
            TextColumn.From("id", Enumerable.Range(0, count).Select(i => $"s{seed}-{i}")),
            new NumberColumn("x", x), new NumberColumn("z", z), new NumberColumn("blanks", blanks),
            new TextColumn("platform", platform, ["ios", "android", "web"]),
            TextColumn.From("city", Enumerable.Range(0, count).Select(_ => $"city {random.Next(count / 5)}")),
        ]);
        return (FeatureTable.From(table, "id"), outcomes, amounts);

        IEnumerable<double> Draw(Func<double> draw) => Enumerable.Range(0, count).Select(_ => draw()).ToArray();
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
