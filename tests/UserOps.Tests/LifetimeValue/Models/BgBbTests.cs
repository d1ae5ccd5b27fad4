using System.Globalization;
using UserOps.LifetimeValue;
using UserOps.LifetimeValue.Models;
using UserOps.Testing;

namespace UserOps.Tests.LifetimeValue.Models;

/// <summary>The donors of Fader, Hardie and Shang 2010: 11,104 of them, six yearly appeals.</summary>
public class BgBbTests
{
    private static readonly Lazy<(CustomerHistories Patterns, int[] Donors)> Donations = new(Read);

    private static readonly Lazy<PurchaseModelFit<BgBb>> Fit = new(() => BgBb.Fit(Donations.Value.Patterns, Donations.Value.Donors));

    [Fact]
    public void Parameters_and_likelihood_match_the_paper()
    {
        // Paper: 1.204, .750, .657, 2.783, −33225.6; to more digits with SciPy.
        Assert.Equal(-33225.58127, Fit.Value.LogLikelihood, 1e-4);
        double[] expected = [1.20352243, 0.74971635, 0.65671813, 2.78344166];
        foreach (var (value, found) in expected.Zip(Fit.Value.Model.Values))
            Assert.Equal(value, found, 1e-4 * value);
        Assert.Equal(11_104, Fit.Value.Customers);
    }

    [Fact]
    public void Expectations_match_the_BTYD_vignette()
    {
        // cran/BTYD BTYD-walkthrough, BG/BB, whose own fit differs in the fifth digit.
        var model = Fit.Value.Model;
        Assert.Equal(3.179805, model.ExpectedPurchases(10), 1e-4);
        Assert.Equal(0.1302169, model.ExpectedPurchases(Donor(0, 0), 10), 1e-5);
        Assert.Equal(3.627858, model.ExpectedPurchases(Donor(4, 5), 10), 2e-4);
        double total = Donations.Value.Patterns.Select((donor, i) => Donations.Value.Donors[i] * model.ExpectedPurchases(donor, 5)).Sum();
        Assert.Equal(12884.2, total, 0.1);
    }

    [Fact]
    public void Counts_of_donors_by_donations_match_the_vignette()
    {
        double[] expected = FrequencyChart.Expected(Fit.Value);
        Assert.Equal(3454.9, expected[0], 0.1);
        Assert.Equal(1253.1, expected[6], 0.1);
        Assert.Equal(11_104, expected.Sum(), 1e-6);
    }

    private static CustomerHistory Donor(int x, double last) => new("one", x, last, 6, double.NaN);

    private static (CustomerHistories, int[]) Read()
    {
        double[][] rows = [.. File.ReadLines(PublicData.Path("cdnow/donations.csv")).Skip(1)
            .Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];
        return (CustomerHistories.FromColumns(TimeUnit.Opportunity, [.. rows.Select((_, i) => $"pattern {i}")],
            [.. rows.Select(row => row[0])], [.. rows.Select(row => row[1])], [.. rows.Select(row => row[2])]), [.. rows.Select(row => (int)row[3])]);
    }
}
