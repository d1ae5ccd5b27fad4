using UserOps.LifetimeValue;
using UserOps.LifetimeValue.Models;

namespace UserOps.Tests.LifetimeValue.Models;

/// <summary>
/// Parameters and customers from the middle and from the edges: hardly anybody leaves, hardly anybody buys, hundreds of purchases, one purchase long ago. mpmath 1.2.1 with 30 digits:
/// likelihoods by the formulas of the papers, with the time of leaving integrated; E[X(t)] of BG/NBD by its integral over the probability of leaving; DERT by hyperu.
/// </summary>
public class ExtremeCustomersTests
{
    // Frequency, recency, age, horizon; log-likelihood, P(alive), purchases of a new customer in the horizon, purchases of this one.
    [Theory]
    [InlineData(new[] { 0.25, 4, 0.8, 2.5 }, 2, 30.43, 38.86, 39, -9.437597616351, 0.7277293138378, 1.3181327203, 1.242562545514)]
    [InlineData(new[] { 0.002, 300, 0.02, 0.5 }, 1, 5, 400, 1000, -12.71863321378, 0.9157878659173, 0.006468659478307, 1.294355853039)]
    [InlineData(new[] { 30, 2, 50, 0.3 }, 0, 0, 60, 12, -103.0196161346, 1.0, 1.00612244898, 1.000982023971)]
    [InlineData(new[] { 0.5, 0.01, 3, 200 }, 200, 0.9, 1, 2, 869.6542075996, 1.109724846061e-7, 38.13808766113, 1.664905091747e-5)]
    [InlineData(new[] { 8, 900, 0.004, 0.02 }, 5, 900, 2500, 365, -38.43465023204, 0.205036017973, 2.851898555036, 0.2859883160099)]
    [InlineData(new[] { 400.0, 50, 90, 700 }, 20, 2.5, 2.6, 1, 18.62210967673, 0.7822475913212, 5.251357702728, 4.142516855732)]
    public void BG_NBD(double[] values, int x, double recency, double age, double time, params double[] expected) =>
        Check(new BgNbd(values[0], values[1], values[2], values[3]), new("one", x, recency, age, double.NaN), time, expected);

    [Theory]
    [InlineData(new[] { 0.25, 4, 0.8, 2.5 }, 2, 30.43, 38.86, 39, -9.663639393221, 0.7745959282567, 1.098827800991, 1.356443764522)]
    [InlineData(new[] { 0.002, 300, 0.02, 0.5 }, 1, 5, 400, 1000, -12.7896573768, 0.9702596214765, 0.006326479849036, 1.377221648977)]
    [InlineData(new[] { 30, 2, 50, 0.3 }, 0, 0, 60, 12, -0.005982071677547, 1.089683651801e-47, 0.006122448979592, 1.112269529225e-47)]
    [InlineData(new[] { 0.5, 0.01, 3, 200 }, 200, 0.9, 1, 2, 869.6442324548, 1.11250611103e-7, 37.67450707735, 1.671825350507e-5)]
    [InlineData(new[] { 8, 900, 0.004, 0.02 }, 5, 900, 2500, 365, -38.60784887547, 0.2436146830101, 2.691856270924, 0.3398279084474)]
    [InlineData(new[] { 400.0, 50, 90, 700 }, 20, 2.5, 2.6, 1, 18.50402416143, 0.7824842410827, 4.655373470028, 4.145699677843)]
    public void MBG_NBD(double[] values, int x, double recency, double age, double time, params double[] expected) =>
        Check(new MbgNbd(values[0], values[1], values[2], values[3]), new("one", x, recency, age, double.NaN), time, expected);

    // Last: discounted residual purchases at the rate that stands before them.
    [Theory]
    [InlineData(new[] { 0.55, 10.5, 0.6, 11.6 }, 2, 30.43, 38.86, 39, -9.552168950426, 0.8701669379921, 1.21904666964, 1.459686232811, 0.0027, 6.542870276263)]
    [InlineData(new[] { 0.002, 300, 0.02, 0.5 }, 1, 5, 400, 1000, -12.74429317714, 0.8548689719334, 0.005842814091117, 1.205416549432, 0.01, 0.1218657107468)]
    [InlineData(new[] { 30.0, 2, 5, 60 }, 0, 0, 60, 12, -5.166162248222, 9.945691035363e-45, 116.4930555556, 4.576427760929e-44, 0.1, 3.452189707311e-44)]
    [InlineData(new[] { 0.5, 0.01, 3, 200 }, 200, 0.9, 1, 2, 867.008676054, 1.223234921199e-5, 98.5197529654, 0.004785069178267, 0.001, 0.2096809277708)]
    [InlineData(new[] { 8, 900, 0.004, 20 }, 5, 900, 2500, 365, -38.68168962744, 0.3115038762988, 3.217066197318, 0.4346109076538, 0.0005, 2.377254074388)]
    [InlineData(new[] { 400.0, 50, 9, 70 }, 20, 2.5, 2.6, 1, 20.45590800174, 0.9812300412271, 7.509273976169, 7.37076116864, 0.3, 18.64942425003)]
    public void Pareto_NBD(double[] values, int x, double recency, double age, double time, params double[] expected)
    {
        ParetoNbd model = new(values[0], values[1], values[2], values[3]);
        CustomerHistory customer = new("one", x, recency, age, double.NaN);
        Check(model, customer, time, expected[..4]);
        Assert.Equal(expected[5], model.ResidualPurchases(customer, expected[4]), 1e-6 * expected[5]);
    }

    [Theory]
    [InlineData(new[] { 1.204, 0.75, 0.657, 2.783 }, 4, 5, 6, 10, -5.095675638863, 0.7488168141805, 3.178854326492, 3.62707712514)]
    [InlineData(new[] { 0.01, 0.02, 30, 5 }, 0, 0, 12, 4, -0.04897000365641, 3.178558330678e-8, 0.05737316263632, 1.508619996154e-11)]
    [InlineData(new[] { 200, 3, 0.05, 90 }, 40, 40, 52, 26, -8.414229339511, 2.012831149938e-15, 25.4400599754, 4.903431054272e-14)]
    public void BG_BB(double[] values, int x, double last, double opportunities, double time, params double[] expected) =>
        Check(new BgBb(values[0], values[1], values[2], values[3]), new("one", x, last, opportunities, double.NaN), time, expected);

    private static void Check(PurchaseModel model, CustomerHistory customer, double time, double[] expected)
    {
        Assert.Equal(expected[0], model.LogLikelihood(customer), 1e-9 * (1 + Math.Abs(expected[0])));
        Assert.Equal(expected[1], model.ProbabilityAlive(customer), 1e-9 * expected[1]);
        Assert.Equal(expected[2], model.ExpectedPurchases(time), 1e-9 * expected[2]);
        Assert.Equal(expected[3], model.ExpectedPurchases(customer, time), 1e-9 * expected[3]);
    }
}
