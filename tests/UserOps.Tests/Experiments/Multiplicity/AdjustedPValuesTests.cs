using CsCheck;
using UserOps.Experiments.Multiplicity;

namespace UserOps.Tests.Experiments.Multiplicity;

public class AdjustedPValuesTests
{
    // R 4.2.2: p.adjust(p, method).
    [Theory]
    [InlineData(MultiplicityMethod.Holm, new[] { 0.03, 0.09, 0.035, 0.09, 0.04, 0.09 })]
    [InlineData(MultiplicityMethod.Hochberg, new[] { 0.03, 0.06, 0.035, 0.06, 0.04, 0.06 })]
    [InlineData(MultiplicityMethod.Hommel, new[] { 0.025, 0.06, 0.028, 0.06, 0.04, 0.06 })]
    [InlineData(MultiplicityMethod.BenjaminiHochberg, new[] { 0.02, 0.06, 0.02, 0.048, 0.02, 0.045 })]
    [InlineData(MultiplicityMethod.BenjaminiYekutieli, new[] { 0.049, 0.147, 0.049, 0.1176, 0.049, 0.11025 })]
    public void Six_p_values_match_R(MultiplicityMethod method, double[] expected) =>
        Same(expected, AdjustedPValues.Of([0.005, 0.06, 0.007, 0.04, 0.01, 0.03], method));

    [Theory]
    [InlineData(MultiplicityMethod.Holm, new[] { 0.08, 0.08, 0.8, 0.8, 0, 1, 0.18, 0.18, 1 })]
    [InlineData(MultiplicityMethod.Hochberg, new[] { 0.07, 0.07, 0.6, 0.6, 0, 1, 0.1500005, 0.1500005, 1 })]
    [InlineData(MultiplicityMethod.Hommel, new[] { 0.07, 0.07, 0.6, 0.6, 0, 1, 0.15, 0.1500005, 1 })]
    [InlineData(MultiplicityMethod.BenjaminiHochberg, new[] { 0.03, 0.03, 0.257142857142857, 0.257142857142857, 0, 1, 0.05400018, 0.05400018, 0.5625 })]
    [InlineData(MultiplicityMethod.BenjaminiYekutieli, new[] { 0.0848690476190476, 0.0848690476190476, 0.727448979591837, 0.727448979591837, 0, 1, 0.152764794928571, 0.152764794928571, 1 })]
    public void Ties_zeros_and_ones_match_R(MultiplicityMethod method, double[] expected) =>
        Same(expected, AdjustedPValues.Of([0.01, 0.01, 0.2, 0.2, 0, 1, 0.03, 0.0300001, 0.5], method));

    [Theory]
    [InlineData(MultiplicityMethod.Hochberg, new[] { 0.7755, 0.8924, 0.8924, 0.8924, 0.5088, 0.8924, 0.8924, 0.8924, 0.8924, 0.057, 0.5088, 0.4368, 0.8924, 0.8924, 0.8924 })]
    [InlineData(MultiplicityMethod.Hommel, new[] { 0.705, 0.8924, 0.8924, 0.8924, 0.4477, 0.8924, 0.8924, 0.8924, 0.8924, 0.057, 0.4664, 0.3744, 0.8924, 0.8924, 0.8924 })]
    public void Fifteen_random_p_values_match_R(MultiplicityMethod method, double[] expected) =>
        Same(expected, AdjustedPValues.Of([0.0705, 0.1385, 0.3282, 0.8248, 0.0407, 0.8071, 0.8924, 0.4367, 0.3958, 0.0038, 0.0424, 0.0312, 0.472, 0.1475, 0.5927], method));

    [Fact]
    public void Tiny_values_keep_their_digits() =>
        Assert.Equal([4e-300, 1, 1, 3e-12], AdjustedPValues.Of([1e-300, 1, 1, 1e-12], MultiplicityMethod.Holm));

    [Fact]
    public void One_p_value_stays_as_it_is_and_none_stay_none() => Assert.All(Enum.GetValues<MultiplicityMethod>(), method =>
    {
        Assert.Equal([0.3], AdjustedPValues.Of([0.3], method));
        Assert.Empty(AdjustedPValues.Of([], method));
    });

    [Fact]
    public void Adjusting_never_lowers_keeps_the_order_and_ranks_the_methods() => Gen.Double[0, 1].Array[1, 12].Sample(p =>
    {
        var by = Enum.GetValues<MultiplicityMethod>().ToDictionary(method => method, method => AdjustedPValues.Of(p, method));
        foreach (double[] adjusted in by.Values)
            for (int i = 0; i < p.Length; i++)
            {
                Assert.InRange(adjusted[i], p[i], 1);
                for (int j = 0; j < p.Length; j++)
                    Assert.False(p[i] < p[j] && adjusted[i] > adjusted[j]);
            }
        for (int i = 0; i < p.Length; i++)
        {
            Assert.True(by[MultiplicityMethod.Holm][i] >= by[MultiplicityMethod.Hochberg][i] - 1e-15);
            Assert.True(by[MultiplicityMethod.Hochberg][i] >= by[MultiplicityMethod.Hommel][i] - 1e-15);
            Assert.True(by[MultiplicityMethod.Hommel][i] >= by[MultiplicityMethod.BenjaminiHochberg][i] - 1e-15);
        }
    });

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void What_is_no_p_value_is_refused(double p)
    {
        var refused = Assert.Throws<UserOpsException>(() => AdjustedPValues.Of([0.5, p], MultiplicityMethod.Holm));
        Assert.Contains("p-value 2 is", refused.Message, StringComparison.Ordinal);
    }

    private static void Same(double[] expected, double[] actual)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-14);
    }
}
