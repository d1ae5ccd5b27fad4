using UserOps.Churn;
using UserOps.Display.Charts;

namespace UserOps.Tests.Churn.Explanations;

public class PartialDependenceTests
{
    [Fact]
    public void A_number_moves_the_mean_by_its_own_weight()
    {
        var points = PartialDependence.Of(MadeUsers.Sum, MadeUsers.Six(), "days").Points;
        Assert.Equal([1.0, 2, 3, 4, 5, 9], points.Select(point => (double)point.Value));
        // The others add 0.1 · ½ and 0.2 · ⅓ on average.
        Assert.All(points, point => Assert.Equal(0.05 * (double)point.Value + 0.05 + 0.2 / 3, point.Mean, 1e-12));
        Assert.All(points, point => Assert.Equal(1, point.Users));
    }

    [Fact]
    public void Words_and_flags_have_a_point_each_and_a_bar_chart()
    {
        var cities = PartialDependence.Of(MadeUsers.Sum, MadeUsers.Six(), "city");
        Assert.Equal(["north", "south"], cities.Points.Select(point => point.Value));
        Assert.Equal([3, 2], cities.Points.Select(point => point.Users));
        Assert.Equal(0.2, cities.Points[1].Mean - cities.Points[0].Mean, 1e-12);
        Assert.IsType<BarChart>(cities.ToChart());
        Assert.Equal([false, true], PartialDependence.Of(MadeUsers.Sum, MadeUsers.Six(), "ordered").Points.Select(point => point.Value));
    }

    [Fact]
    public void The_band_holds_the_middle_users_and_both_renderings_exist()
    {
        var days = PartialDependence.Of(MadeUsers.Product, MadeUsers.Six(), "days");
        Assert.All(days.Points, point => Assert.True(point.Low <= point.Mean && point.Mean <= point.High));
        Assert.IsType<LineChart>(days.ToChart());
        Assert.Contains("<svg", days.ToChart().ToSvg(), StringComparison.Ordinal);
        Assert.Contains("days", days.ToChart().ToPlotlyJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_feature_is_refused_with_those_there_are()
    {
        var refusal = Assert.Throws<UserOpsException>(() => PartialDependence.Of(MadeUsers.Sum, MadeUsers.Six(), "age"));
        Assert.Contains("days, ordered, city", refusal.Message, StringComparison.Ordinal);
    }
}
