using UserOps.Data;
using UserOps.Differences;
using UserOps.Display;
using UserOps.Funnels;
using UserOps.LifetimeValue.Cohorts;
using UserOps.Retention;
using UserOps.Testing;
using UserOps.Time;

namespace UserOps.Tests.Differences;

/// <summary>The evidence of the sample shop's key numbers agrees with the numbers, which are counted by other code.</summary>
public class EvidenceTests
{
    private static readonly Lazy<Dataset> Shop = new(() => Dataset.Open(Path.Combine(Repository.Root, "data-samples", "shop"), new OpenOptions { UseCache = false }));

    private static readonly Lazy<Metric[]> Metrics = new(() =>
    [
        .. Aarrr.Review(Shop.Value).Metrics,
        .. Shop.Value.Retention(new() { Grain = Grain.Day, Kind = new RetentionKind.NDay(1, 3, 7, 14, 30) }).Curve.Metrics.Select(metric => metric with { Name = "curve." + metric.Name }),
        .. Shop.Value.Lifecycle().Metric is { } ratio ? (Metric[])[ratio] : [],
        Shop.Value.Funnel("visit", "view_product", "cart", "checkout", "pay").ConversionMetric("core_path.conversion", "Conversion"),
    ]);

    private static UserEvidence? EvidenceOf(Metric metric) => metric.Evidence?.Invoke() as UserEvidence;

    [Fact]
    public void Most_key_numbers_know_their_users()
    {
        string[] without = [.. Metrics.Value.Where(metric => EvidenceOf(metric)?.Influence is null).Select(metric => metric.Name)];
        Assert.Equal(["activation.median_time", "referral.conversion", "referral.cycle_days"], without.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_parts_by_every_property_add_up_to_the_number() => Assert.All(Metrics.Value, metric =>
    {
        foreach (var dimension in EvidenceOf(metric)?.Dimensions ?? [])
        {
            double total = dimension.Parts.Sum(part => part.Total), volume = dimension.Parts.Sum(part => part.Volume);
            Assert.Equal(metric.Value, EvidenceOf(metric)!.IsTotal ? total : total / volume, 1e-9 * (1 + Math.Abs(metric.Value)));
        }
    });

    [Fact]
    public void The_tree_gives_the_number() => Assert.All(Metrics.Value, metric =>
    {
        if (EvidenceOf(metric)?.Tree is { } tree)
            Assert.Equal(metric.Value, tree.Value, 1e-9 * (1 + Math.Abs(metric.Value)));
    });

    [Fact]
    public void The_error_is_that_of_the_interval_where_it_is_normal_and_near_it_where_it_is_Wilsons() => Assert.All(Metrics.Value, metric =>
    {
        if (metric.Interval is { } interval && EvidenceOf(metric)?.Influence is { } influence)
            Assert.Equal((interval.Upper - interval.Lower) / 2 / 1.959963984540054, Math.Sqrt(influence.Variance), (metric.Unit == "fraction" ? 0.02 : 1e-6) * Math.Sqrt(influence.Variance));
    });

    [Fact]
    public void The_value_of_a_user_has_the_error_of_its_curve()
    {
        var cohorts = Shop.Value.CohortValues();
        foreach (int age in (int[])[30, 90])
        {
            // The curve's own variance is larger by n/(n − 1).
            double n = cohorts.Curve.At(age)!.Users, variance = EvidenceOf(cohorts.ValueAt(age).ToMetric("value", "money")!)!.Influence!.Variance;
            Assert.Equal(cohorts.Curve.At(age)!.StandardError!.Value, Math.Sqrt(variance * n / (n - 1)), 1e-4);
        }
    }
}
