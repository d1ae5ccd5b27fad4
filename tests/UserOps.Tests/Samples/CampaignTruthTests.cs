using System.Text.Json;

namespace UserOps.Tests.Samples;

[Collection(nameof(LargeShop))]
public class CampaignTruthTests(LargeShop shop)
{
    [Fact]
    public void The_checkout_test_shows_its_true_effect_and_only_behind_the_checkout()
    {
        var truth = shop.Folder.Truth.GetProperty("checkout_test");
        var arms = shop.Folder.Rows("exposures").Where(row => row[1] == "one-page-checkout").ToDictionary(row => row[0], row => row[2] == "treatment");
        Assert.Equal(truth.GetProperty("users_in_treatment").GetInt64(), arms.Values.LongCount(treated => treated));
        SampleFolder.IsNear(0.5, arms.Values.LongCount(treated => treated), arms.Count);
        var steps = shop.Events.Where(e => e.At >= new DateTime(2024, 4, 1) && e.At < new DateTime(2024, 5, 13) && arms.ContainsKey(e.User)).ToLookup(e => (e.Name, arms[e.User]));
        double lift = Ratio(steps[("pay", true)], steps[("checkout", true)]) / Ratio(steps[("pay", false)], steps[("checkout", false)]) - 1;
        Assert.InRange(lift, truth.GetProperty("relative_effect_on_checkout_to_pay").GetDouble() - 0.06, truth.GetProperty("relative_effect_on_checkout_to_pay").GetDouble() + 0.06);
        IsDifference(truth.GetProperty("absolute_effect_on_users_who_pay").GetDouble(), Users(steps[("pay", true)]), truth.GetProperty("users_in_treatment").GetInt64(), Users(steps[("pay", false)]), truth.GetProperty("users_in_control").GetInt64());
        IsDifference(0, Users(steps[("cart", true)]), truth.GetProperty("users_in_treatment").GetInt64(), Users(steps[("cart", false)]), truth.GetProperty("users_in_control").GetInt64());
    }

    [Fact]
    public void Each_segment_answers_to_the_coupon_as_planted()
    {
        var orders = shop.Folder.Rows("orders").Where(row => SampleFolder.Time(row[2]) >= new DateTime(2024, 5, 20) && SampleFolder.Time(row[2]) < new DateTime(2024, 6, 3)).Select(row => row[1]).ToHashSet();
        var coupon = shop.Folder.Truth.GetProperty("winback_coupon");
        long ordered = 0;
        foreach (var segment in coupon.GetProperty("segments").EnumerateArray())
        {
            IsDifference(segment.GetProperty("uplift").GetDouble(), Long(segment, "treated_who_ordered"), Long(segment, "treated"), Long(segment, "held_out_who_ordered"), Long(segment, "held_out"));
            ordered += Long(segment, "treated_who_ordered") + Long(segment, "held_out_who_ordered");
        }
        var assigned = shop.Folder.Rows("exposures").Where(row => row[1] == "winback-coupon").ToList();
        // A few order on the first day before the campaign starts at ten.
        Assert.InRange(assigned.Count(row => orders.Contains(row[0])), ordered, ordered * 1.05);
        Assert.Equal(assigned.Count(row => row[2] == "treatment"), shop.Folder.Rows("touches").Count(row => row[2] == "winback-coupon"));
    }

    [Fact]
    public void Only_treated_users_redeem_the_coupon()
    {
        var treated = shop.Folder.Rows("exposures").Where(row => row[1] == "winback-coupon" && row[2] == "treatment").Select(row => row[0]).ToHashSet();
        var redeemed = shop.Folder.Rows("orders").Where(row => row[13] == "winback-coupon").ToList();
        Assert.All(redeemed, row => Assert.Contains(row[1], treated));
        Assert.Equal(shop.Folder.Truth.GetProperty("winback_coupon").GetProperty("discount_given").GetDouble(), redeemed.Sum(row => SampleFolder.Number(row[7])), 0);
    }

    [Fact]
    public void The_posters_bring_the_planted_share_of_visits_in_the_south_alone()
    {
        var regions = shop.Folder.Rows("users").DistinctBy(row => row[0]).ToDictionary(row => row[0], row => row[7]);
        double Growth(bool south)
        {
            var visits = shop.Events.Where(e => e.Name == "visit" && regions[e.User] == "south" == south).ToList();
            return visits.Count(e => e.At >= new DateTime(2024, 2, 26) && e.At < new DateTime(2024, 3, 18)) / (double)visits.Count(e => e.At >= new DateTime(2024, 3, 18) && e.At < new DateTime(2024, 4, 8));
        }
        // Visits called by messages bring none, and the last days' extra visits would fall behind the end.
        Assert.InRange(Growth(south: true) / Growth(south: false) - 1, 0.22, 0.42);
    }

    [Fact]
    public void Costs_add_up_and_follow_the_users_they_brought()
    {
        foreach (string[] row in shop.Folder.Rows("campaigns"))
            Assert.Equal(row[6..11].Sum(SampleFolder.Number), SampleFolder.Number(row[11]), 6);
        double search = shop.Folder.Rows("campaigns").Where(row => row[2] == "search").Sum(row => SampleFolder.Number(row[11]));
        Assert.Equal(18.0 * shop.Users.Values.Count(user => user.Channel == "search"), search, 6);
    }

    private static long Long(JsonElement element, string name) => element.GetProperty(name).GetInt64();

    private static double Ratio(IEnumerable<SampleEvent> of, IEnumerable<SampleEvent> to) => (double)of.Count() / to.Count();

    private static long Users(IEnumerable<SampleEvent> events) => events.DistinctBy(e => e.User).LongCount();

    private static void IsDifference(double planted, long hitsA, long a, long hitsB, long b)
    {
        double p = (double)hitsA / a, q = (double)hitsB / b, error = Math.Sqrt(p * (1 - p) / a + q * (1 - q) / b);
        Assert.InRange(p - q, planted - 3.5 * error, planted + 3.5 * error);
    }
}
