using UserOps.LifetimeValue;
using UserOps.LifetimeValue.Models;

namespace UserOps.Tests.LifetimeValue.Models;

public class GammaGammaTests
{
    private static readonly Lazy<GammaGammaFit> Fit = new(() => GammaGamma.Fit(Cdnow.Summary.Histories));

    [Fact]
    public void Parameters_of_CDNOW_match_SciPy_and_the_note()
    {
        // Fader and Hardie 2013: 6.25, 3.74, 15.44; from the raw log with SciPy 1.10.1 (BFGS): 6.249572, 3.744224, 15.443520, −4055.91769.
        Assert.Equal(946, Fit.Value.Customers);
        Assert.Equal(-4055.91769, Fit.Value.LogLikelihood, 1e-4);
        double[] expected = [6.249572, 3.744224, 15.443520];
        foreach (var (value, parameter) in expected.Zip(Fit.Value.Parameters))
            Assert.Equal(value, parameter.Estimate, 1e-4 * value);
        Assert.Equal(35.1710, Fit.Value.Model.PopulationMean, 1e-3);
    }

    [Fact]
    public void Conditional_means_match_lifetimes()
    {
        // lifetimes tests/test_estimation.py with the parameters of the note.
        GammaGamma model = new(6.25, 3.74, 15.44);
        double[] expected = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];
        foreach (var (value, customer) in expected.Zip(Cdnow.Summary.Histories))
            Assert.Equal(value, model.ExpectedValue(customer), 0.06);
    }

    [Fact]
    public void The_gradient_agrees_with_differences()
    {
        var likelihood = new GammaGammaLikelihood(MeanValues.Of(Cdnow.Summary.Histories));
        double[] point = [1.2, 1.5, 2.9], gradient = new double[3], ignored = new double[3];
        likelihood.Evaluate(point, gradient);
        for (int i = 0; i < 3; i++)
        {
            double[] above = [.. point], below = [.. point];
            (above[i], below[i]) = (point[i] + 1e-5, point[i] - 1e-5);
            Assert.Equal((likelihood.Evaluate(above, ignored) - likelihood.Evaluate(below, ignored)) / 2e-5, gradient[i], 1e-3);
        }
    }

    [Fact]
    public void Frequency_and_value_of_CDNOW_are_not_independent()
    {
        // numpy.corrcoef .1138879 (lifetimes prints 0.113884), scipy.stats.spearmanr .2063189.
        var check = Fit.Value.Independence;
        Assert.Equal(0.1138879, check.Pearson!.Value.Value, 1e-6);
        Assert.Equal(0.2063189, check.Spearman!.Value.Value, 1e-6);
        // By hand: tanh(atanh(.1138879) ± 1.959964 ÷ √943).
        Assert.Equal(0.05058, check.Pearson.Value.Interval!.Value.Lower, 1e-4);
        Assert.Equal(0.17627, check.Pearson.Value.Interval!.Value.Upper, 1e-4);
        Assert.Equal(946, check.ByFrequency.Sum(group => group.Customers));
        Assert.NotEmpty(check.Notes);
    }

    [Fact]
    public void Where_all_bought_equally_often_no_correlation_is_feigned()
    {
        var check = GammaGamma.Fit(CustomerHistories.From(TimeUnit.Week, Enumerable.Range(0, 50).Select(i => new CustomerHistory($"c{i}", 1, 3, 10, 5 + i)))).Independence;
        Assert.Null(check.Pearson);
        Assert.Null(check.Spearman);
        Assert.Contains("All bought equally often", Assert.Single(check.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_cannot_be_fitted_are_refused_with_the_number_found()
    {
        Assert.Contains("without monetary values", Refusal(histories => Make(_ => double.NaN)), StringComparison.Ordinal);
        Assert.Contains("1 repeat buyers whose mean value is 0", Refusal(_ => Make(i => i == 3 ? -2 : 10 + i)), StringComparison.Ordinal);
        Assert.Contains("the same mean value 5 for all 30", Refusal(_ => Make(_ => 5)), StringComparison.Ordinal);
        Assert.Contains("Found 5 repeat buyers", Refusal(_ => Make(i => 10 + i, 5)), StringComparison.Ordinal);
    }

    private static string Refusal(Func<int, CustomerHistories> make) => Assert.Throws<InsufficientDataException>(() => GammaGamma.Fit(make(0))).Message;

    private static CustomerHistories Make(Func<int, double> value, int count = 30) =>
        CustomerHistories.From(TimeUnit.Week, Enumerable.Range(0, count).Select(i => new CustomerHistory($"c{i}", 1 + i % 3, 5, 10, value(i))));
}
