using UserOps.LifetimeValue.Models;

namespace UserOps.Tests.LifetimeValue.Models;

public class BoundaryTests
{
    [Fact]
    public void Customers_who_never_leave_are_a_boundary_that_is_told_and_harmless()
    {
        // a ÷ (a + b) of one in ten million: nobody leaves in 39 weeks, and E[X(39)] is that of the plain negative binomial, r t ÷ α.
        BgNbd truth = new(2, 4, 1, 1e7);
        PurchaseModelFit<BgNbd>[] fits = [.. Enumerable.Range(1, 6).Select(seed => BgNbd.Fit(SimulatedBuyers.Histories(SimulatedBuyers.Make(truth, 500, 39, 0, seed))))];
        Assert.All(fits, fit => Assert.Equal(2 * 39 / 4.0, fit.ExpectedPurchases(39), 2.0));
        Assert.All(fits, fit => Assert.NotNull(fit.Parameters[0].StandardError));
        // Chance silences of a few customers may look like leaving; in other samples nothing does.
        var boundary = fits.First(fit => fit.IsOnBoundary);
        var open = boundary.Parameters.First(one => one.IsOnBoundary);
        Assert.Null(open.StandardError);
        Assert.True(open.Interval.Lower == 0 || double.IsPositiveInfinity(open.Interval.Upper), $"{open}");
        Assert.Contains("On the boundary: ", Assert.Single(boundary.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Customers_who_all_leave_alike_are_a_boundary_of_two_parameters_together()
    {
        // a and b of thousands: everybody leaves with the same probability .2.
        var fit = BgNbd.Fit(SimulatedBuyers.Histories(SimulatedBuyers.Make(new BgNbd(2, 4, 2000, 8000), 500, 39, 0, 3)));
        var (a, b) = (fit.Model.A, fit.Model.B);
        Assert.Equal(0.2, a / (a + b), 0.03);
        if (fit.IsOnBoundary)
            Assert.True(double.IsPositiveInfinity(fit.Parameters[2].Interval.Upper), $"{fit.Parameters[2]}");
        else
            Assert.True(fit.Parameters[2].StandardError > a / 10);
    }
}
