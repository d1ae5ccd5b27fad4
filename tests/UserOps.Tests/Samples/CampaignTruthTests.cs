using System.Text.Json;

namespace UserOps.Tests.Samples;

[Collection(nameof(LargeShop))]
public class CampaignTruthTests(LargeShop shop)
{
    private static readonly DateTime TestFrom = new(2024, 4, 1), TestTo = new(2024, 5, 13), CouponFrom = new(2024, 5, 20), CouponTo = new(2024, 6, 3);

    [Fact]
    public void The_checkout_test_assigns_half_and_half()
    {
        var arms = Arms("one-page-checkout");
        var truth = shop.Folder.Truth.GetProperty("checkout_test");
        Assert.Equal(Long(truth, "users_in_treatment"), arms.Values.LongCount(treated => treated));
        Assert.Equal(Long(truth, "users_in_control"), arms.Values.LongCount(treated => !treated));
        SampleFolder.IsNear(0.5, arms.Values.LongCount(treated => treated), arms.Count);
    }

    [Fact]
    public void The_treatment_finishes_more_checkouts_as_planted()
    {
        var steps = TestSteps();
        double planted = shop.Folder.Truth.GetProperty("checkout_test").GetProperty("relative_effect_on_checkout_to_pay").GetDouble();
        (double treated, double treatedError) = LogShare(steps[("pay", true)].Count(), steps[("checkout", true)].Count());
        (double control, double controlError) = LogShare(steps[("pay", false)].Count(), steps[("checkout", false)].Count());
        double error = Math.Sqrt(treatedError * treatedError + controlError * controlError);
        Assert.InRange(treated - control, Math.Log(1 + planted) - 3 * error, Math.Log(1 + planted) + 3 * error);
    }

    [Fact]
    public void More_treated_users_pay_by_the_true_difference_and_no_more_fill_a_cart()
    {
        var truth = shop.Folder.Truth.GetProperty("checkout_test");
        var steps = TestSteps();
        (long treated, long control) = (Long(truth, "users_in_treatment"), Long(truth, "users_in_control"));
        IsDifference(truth.GetProperty("absolute_effect_on_users_who_pay").GetDouble(), Users(steps[("pay", true)]), treated, Users(steps[("pay", false)]), control, 3);
        IsDifference(0, Users(steps[("cart", true)]), treated, Users(steps[("cart", false)]), control, 3);
    }

    [Fact]
    public void Each_segment_answers_to_the_coupon_as_planted()
    {
        var orders = shop.Folder.Rows("orders").Where(row => SampleFolder.Time(row[2]) >= CouponFrom && SampleFolder.Time(row[2]) < CouponTo).Select(row => row[1]).ToHashSet();
        var coupon = shop.Folder.Truth.GetProperty("winback_coupon");
        long ordered = 0;
        foreach (var segment in coupon.GetProperty("segments").EnumerateArray())
        {
            (long treated, long heldOut) = (Long(segment, "treated_who_ordered"), Long(segment, "held_out_who_ordered"));
            IsDifference(segment.GetProperty("uplift").GetDouble(), treated, Long(segment, "treated"), heldOut, Long(segment, "held_out"));
            ordered += treated + heldOut;
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
        double discount = shop.Folder.Truth.GetProperty("winback_coupon").GetProperty("discount_given").GetDouble();
        // The truth works the discount back from what was paid, to the cent of each order.
        Assert.InRange(redeemed.Sum(row => SampleFolder.Number(row[7])), discount - 0.05 * redeemed.Count, discount + 0.05 * redeemed.Count);
    }

    [Fact]
    public void The_posters_bring_the_planted_share_of_visits_in_the_south_alone()
    {
        var regions = shop.Folder.Rows("users").DistinctBy(row => row[0]).ToDictionary(row => row[0], row => row[7]);
        double Growth(bool south)
        {
            var visits = shop.Events.Where(e => e.Name == "visit" && regions[e.User] == "south" == south).ToList();
            int during = visits.Count(e => e.At >= new DateTime(2024, 2, 26) && e.At < new DateTime(2024, 3, 18));
            return during / (double)visits.Count(e => e.At >= new DateTime(2024, 3, 18) && e.At < new DateTime(2024, 4, 8));
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

    private Dictionary<string, bool> Arms(string experiment) =>
        shop.Folder.Rows("exposures").Where(row => row[1] == experiment).ToDictionary(row => row[0], row => row[2] == "treatment");

    private ILookup<(string Name, bool Treated), SampleEvent> TestSteps()
    {
        var arms = Arms("one-page-checkout");
        return shop.Events.Where(e => e.At >= TestFrom && e.At < TestTo && arms.ContainsKey(e.User)).ToLookup(e => (e.Name, arms[e.User]));
    }

    private static (double Log, double Error) LogShare(int hits, int n) => (Math.Log((double)hits / n), Math.Sqrt(1.0 / hits - 1.0 / n));

    private static long Users(IEnumerable<SampleEvent> events) => events.DistinctBy(e => e.User).LongCount();

    private static void IsDifference(double planted, long hitsA, long a, long hitsB, long b, double errors = 3.5)
    {
        double p = (double)hitsA / a, q = (double)hitsB / b, error = Math.Sqrt(p * (1 - p) / a + q * (1 - q) / b);
        Assert.InRange(p - q, planted - errors * error, planted + errors * error);
    }
}
