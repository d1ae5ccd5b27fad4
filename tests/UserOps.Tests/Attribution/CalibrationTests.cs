using CsCheck;
using UserOps.Attribution;
using UserOps.Data;
using UserOps.Testing;

namespace UserOps.Tests.Attribution;

public class CalibrationTests
{
    private static readonly Lazy<Dataset> Shop = new(() => Dataset.Open(Path.Combine(Repository.Root, "data-samples", "shop")));

    private static MeasuredEffect Effect(string channel, double conversions) => new()
    {
        Definition = new("test", channel),
        Treated = new(100, conversions, conversions),
        Control = new(100, 0, 0),
        Interval = new(conversions - 5, conversions + 5, 0.95),
    };

    [Fact]
    public void A_measured_channel_gets_what_was_measured_and_the_others_share_the_rest_as_before()
    {
        // Linear credit of 60 conversions: a 30, b 20, c 10. Measured for a: 6; the rest of 54 is shared 2 : 1.
        var attribution = Paths.Of(("a", 30, 10), ("b", 20, 10), ("c", 10, 10)).Attribute(Paths.Only(new AttributionRule.Linear()));
        var calibrated = attribution.Calibrate([Effect("a", 6)]);
        Assert.Equal([6.0, 36, 18], calibrated.Credits.Select(one => one.Conversions));
        Assert.Equal(5, calibrated.Overstatement("a")!.Value, 12);
        Assert.Equal((1.0 / 60, 11.0 / 60), (calibrated.Credits[0].ShareInterval!.Value.Lower, calibrated.Credits[0].ShareInterval!.Value.Upper));
    }

    [Fact]
    public void Calibrated_credit_still_sums_to_all_conversions() => Check.Sample(Gen.Select(Paths.Random, Gen.Double[-1, 1]), (rows, measured) =>
    {
        var attribution = Paths.Of([.. rows, ("e > f", 5, 1)]).Attribute(Paths.Only(new AttributionRule.Markov()));
        Assert.Equal(attribution.Journeys.Conversions, attribution.Calibrate([Effect("e", measured)]).Credits.Sum(one => one.Conversions), 9);
    });

    [Fact]
    public void More_than_all_conversions_an_unknown_channel_and_one_measured_twice_are_refused()
    {
        var attribution = Paths.Of(("a > b", 10, 10)).Attribute(Paths.Only(new AttributionRule.Linear()));
        Assert.Contains("nothing is left", Assert.Throws<UserOpsException>(() => attribution.Calibrate([Effect("a", 11)])).Message, StringComparison.Ordinal);
        Assert.Contains("no journey that met the measured channel 'z'", Assert.Throws<InsufficientDataException>(() => attribution.Calibrate([Effect("z", 1)])).Message, StringComparison.Ordinal);
        Assert.Throws<UserOpsException>(() => attribution.Calibrate([Effect("a", 1), Effect("a", 2)]));
        Assert.Throws<UserOpsException>(() => attribution.Calibrate([Effect("a", 1), Effect("b", 1)]));
    }

    [Fact]
    public void The_coupon_of_the_sample_shop_is_measured_as_counted_in_pandas()
    {
        // pandas: orders within 14 days of the assignment, 71 by 1160 users with and 48 by 1172 without the coupon; variances by groupby().var(), the quantile by scipy.stats.t on Welch's 2,279.06 degrees of freedom.
        var effect = Shop.Value.MeasuredEffect(new("winback-coupon", "winback-coupon"));
        Assert.Equal((1160, 1172), (effect.Treated.Count, effect.Control.Count));
        Assert.Equal(23.49146757679181, effect.Conversions, 8);
        Assert.Equal(0.4896636041968247, effect.Interval.Lower, 6);
        // The simulation counted 36 orders that would not have been.
        Assert.InRange(36, effect.Interval.Lower, effect.Interval.Upper);
        Assert.Contains("There are: one-page-checkout", Assert.Throws<MissingDataException>(() => Shop.Value.MeasuredEffect(new("other", "sms"))).Message, StringComparison.Ordinal);
    }
}
