using CsCheck;
using UserOps.Decomposition;
using UserOps.Display;

namespace UserOps.Tests.Decomposition;

public class SplitPropertyTests
{
    private const int LeafCount = 6;

    // A shape is a nested list of leaf numbers; every second level is a sum.
    private static readonly Gen<int[]> Cuts = Gen.Int[0, 3].Array[LeafCount];

    private static Gen<double[]> Values(double least) => Gen.OneOf(Gen.Double[least, 50], Gen.Double[least, 50], Gen.Const(0.0)).Array[LeafCount];

    /// <summary>A tree over the leaves from <paramref name="from"/> to <paramref name="to"/>, cut where the numbers say.</summary>
    private static KpiTree Tree(int[] cuts, double[] values, int from, int to, bool product, string name)
    {
        if (to - from == 1)
            return new KpiTree.Leaf($"x{from}", values[from], Format.Number());
        int cut = from + 1 + cuts[from] % (to - from - 1 is var width and > 0 ? width : 1);
        KpiTree[] parts = [Tree(cuts, values, from, cut, !product, name + "l"), Tree(cuts, values, cut, to, !product, name + "r")];
        return product ? new KpiTree.Product(name, Format.Number(), parts) : new KpiTree.Sum(name, Format.Number(), parts);
    }

    private static KpiTree Tree(int[] cuts, double[] values, bool product) => Tree(cuts, values, 0, LeafCount, product, "n");

    [Fact]
    public void Contributions_add_up_to_the_change_for_any_tree_with_zeros() => Sums(Values(0.01), SplitRule.Lmdi);

    [Fact]
    public void Contributions_add_up_to_the_change_for_any_tree_with_negative_leaves()
    {
        Sums(Values(-50), SplitRule.Lmdi);
        Sums(Values(-50), SplitRule.Shapley);
    }

    private static void Sums(Gen<double[]> values, SplitRule rule) =>
        Check.Sample(Gen.Select(Cuts, values, values, Gen.Bool), (cuts, before, after, product) =>
        {
            var change = Tree(cuts, before, product).ChangeTo(Tree(cuts, after, product), rule);
            double scale = 1 + Math.Abs(change.Before.Value) + Math.Abs(change.After.Value) + change.Contributions.Sum(c => Math.Abs(c.Amount));
            Assert.True(Math.Abs(change.Contributions.Sum(c => c.Amount) - change.Change) <= 1e-9 * scale);
        }, iter: 5_000);

    [Fact]
    public void Shapley_is_the_mean_over_all_orders_of_change() =>
        Check.Sample(Gen.Select(Cuts, Values(-50), Values(-50), Gen.Bool), (cuts, before, after, product) =>
        {
            var change = Tree(cuts, before, product).ChangeTo(Tree(cuts, after, product), SplitRule.Shapley);
            double[] expected = MeanOverOrders(values => Tree(cuts, values, product).Value, before, after);
            double scale = 1 + expected.Max(Math.Abs);
            Assert.All(change.Contributions, c => Assert.True(Math.Abs(expected[int.Parse(c.Name[1..], null)] - c.Amount) <= 1e-9 * scale));
        }, iter: 200);

    [Fact]
    public void Both_rules_treat_equal_factors_equally() =>
        Check.Sample(Gen.Select(Gen.Double[1, 9], Gen.Double[1, 9], Gen.Double[1, 9], Gen.Double[1, 9]), (a, b, c, d) =>
        {
            static KpiTree Cube(double x, double y) => new KpiTree.Product(
                "n", Format.Number(), new KpiTree.Leaf("p", x, Format.Number()), new KpiTree.Leaf("q", x, Format.Number()), new KpiTree.Leaf("r", y, Format.Number()));
            foreach (var rule in Enum.GetValues<SplitRule>())
            {
                var change = Cube(a, b).ChangeTo(Cube(c, d), rule);
                Assert.Equal(change["p"], change["q"], 1e-9);
            }
        }, iter: 500);

    [Fact]
    public void Turning_time_round_turns_the_signs() =>
        Check.Sample(Gen.Select(Cuts, Values(0.01), Values(0.01), Gen.Bool), (cuts, before, after, product) =>
        {
            KpiTree first = Tree(cuts, before, product), second = Tree(cuts, after, product);
            var (there, back) = (first.ChangeTo(second), second.ChangeTo(first));
            Assert.All(there.Contributions, c => Assert.Equal(c.Amount, -back[c.Name], 1e-9 * (1 + Math.Abs(c.Amount))));
        }, iter: 2_000);

    [Fact]
    public void Volume_mix_and_rate_add_up_to_the_change() =>
        Check.Sample(
            Gen.Select(Gen.Int[0, 9], Gen.Double[-5, 50], Gen.Int[0, 9], Gen.Double[-5, 50]).Array[1, 6].Where(rows => rows.Sum(r => r.Item1) > 0 && rows.Sum(r => r.Item3) > 0),
            rows =>
            {
                var split = MixAndRate.Split("revenue", [.. rows.Select((r, i) => new Segment($"s{i}", r.Item1, r.Item1 * r.Item2, r.Item3, r.Item3 * r.Item4))]);
                Assert.Equal(split.Change, split.Volume + split.Mix + split.Rate, 1e-8 * (1 + split.Segments.Sum(s => Math.Abs(s.Of.TotalBefore) + Math.Abs(s.Of.TotalAfter))));
            }, iter: 5_000);

    private static double[] MeanOverOrders(Func<double[], double> value, double[] before, double[] after)
    {
        double[] sums = new double[before.Length];
        int count = 0;
        foreach (int[] order in Orders([.. Enumerable.Range(0, before.Length)]))
        {
            double[] now = [.. before];
            foreach (int leaf in order)
            {
                double was = value(now);
                now[leaf] = after[leaf];
                sums[leaf] += value(now) - was;
            }
            count++;
        }
        return [.. sums.Select(sum => sum / count)];
    }

    private static IEnumerable<int[]> Orders(int[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany(first => Orders([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));
}
