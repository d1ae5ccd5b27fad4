using UserOps.Decomposition;
using UserOps.Display;

namespace UserOps.Tests.Decomposition;

public class KpiChangeTests
{
    private static KpiTree.Product Product(params double[] values) =>
        new KpiTree.Product("GMV", Format.Money(), [.. values.Select((value, i) => new KpiTree.Leaf($"x{i}", value, Format.Number()))]);

    private static double[] Amounts(KpiChange change) => [.. change.Contributions.Select(contribution => contribution.Amount)];

    private static void Near(double[] expected, KpiChange change, double tolerance = 5e-7)
    {
        Assert.Equal(expected.Length, change.Contributions.Count);
        Assert.All(expected.Zip(Amounts(change)), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }

    // 1,000 × 5 % × 100 = 5,000 becomes 1,200 × 4.5 % × 110 = 5,940; reference values to six decimals.
    private static readonly KpiTree Before = Product(1000, .05, 100), After = Product(1200, .045, 110);

    [Fact]
    public void Lmdi_splits_a_product_by_logarithms() => Near([994.839779, -574.900928, 520.061149], Before.ChangeTo(After));

    [Fact]
    public void Shapley_splits_a_product_by_the_mean_over_orders() =>
        Near([996.666667, -578.333333, 521.666667], Before.ChangeTo(After, SplitRule.Shapley));

    [Fact]
    public void A_sum_inside_a_product_passes_its_part_on_by_change()
    {
        // Python: L = 136 / ln(636 / 500); L ln 1.2; L ln(53 / 50) × 5 / 3 and × −2 / 3.
        static KpiTree Tree(double p, double a, double b) => new KpiTree.Product(
            "total", Format.Number(), new KpiTree.Leaf("p", p, Format.Number()),
            new KpiTree.Sum("ab", Format.Number(), new KpiTree.Leaf("a", a, Format.Number()), new KpiTree.Leaf("b", b, Format.Number())));
        Near([103.06198848086552, 54.89668586522413, -21.95867434608965], Tree(10, 20, 30).ChangeTo(Tree(12, 25, 28)), 1e-9);
    }

    [Fact]
    public void Where_nothing_changed_nothing_contributes() => Near([0, 0, 0], Before.ChangeTo(Before), 0);

    [Fact]
    public void A_factor_that_comes_from_zero_takes_the_whole_change()
    {
        Near([0, 30, 0], Product(2, 0, 4).ChangeTo(Product(3, 5, 2)), 0);
        Near([0, -8, 0], Product(2, 1, 4).ChangeTo(Product(3, 0, 2)), 0);
        Near([15, 15, 0], Product(0, 0, 4).ChangeTo(Product(3, 5, 2)), 0);
        Near([0, 0, 0], Product(0, 1, 4).ChangeTo(Product(3, 0, 2)), 0);
    }

    [Fact]
    public void The_limit_for_zero_is_what_ever_smaller_values_approach()
    {
        // Ang, Zhang and Choi (1998) put a small number in place of zero; the shares converge as one over its logarithm.
        double[] small = Amounts(Product(2, 1e-300, 4).ChangeTo(Product(3, 5, 2)));
        Assert.Equal(30, small[1], 0.05);
        Assert.Equal(30, small.Sum(), 1e-9);
    }

    [Fact]
    public void A_negative_factor_is_split_by_Shapley_and_says_so()
    {
        var change = Product(10, -2).ChangeTo(Product(12, 3));
        Assert.Equal(SplitRule.Shapley, change.Rule);
        // (Δa)(b̄) = 2 × 0.5 and (Δb)(ā) = 5 × 11.
        Near([1, 55], change, 1e-12);
        Assert.Contains(change.Notes, note => note.Contains("Shapley instead of LMDI", StringComparison.Ordinal));
    }

    [Fact]
    public void A_negative_part_of_a_sum_needs_no_fallback()
    {
        static KpiTree Tree(double sales, double refunds) => new KpiTree.Sum(
            "net", Format.Money(), new KpiTree.Leaf("sales", sales, Format.Money()), new KpiTree.Leaf("refunds", refunds, Format.Money()));
        var change = Tree(100, -5).ChangeTo(Tree(90, -9));
        Assert.Equal(SplitRule.Lmdi, change.Rule);
        Near([-10, -4], change, 0);
    }

    [Fact]
    public void Trees_of_another_shape_are_refused()
    {
        Assert.Contains("not the same tree", Assert.Throws<UserOpsException>(() => Before.ChangeTo(Product(1, 2))).Message, StringComparison.Ordinal);
        KpiTree twice = new KpiTree.Sum("s", Format.Number(), new KpiTree.Leaf("a", 1, Format.Number()), new KpiTree.Leaf("a", 2, Format.Number()));
        Assert.Contains("its own name", Assert.Throws<UserOpsException>(() => twice.ChangeTo(twice)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_leaf_without_a_number_is_refused() =>
        Assert.Throws<UserOpsException>(() => new KpiTree.Leaf("AOV", double.NaN, Format.Money()));

    [Fact]
    public void The_waterfall_leads_from_the_old_value_to_the_new()
    {
        var chart = Assert.IsType<Display.Charts.WaterfallChart>(Before.ChangeTo(After).ToChart());
        Assert.Equal(5940, chart.Start + chart.Contributions.Sum(), 1e-9);
    }
}
