using UserOps.Data;
using UserOps.Funnels;
using UserOps.Testing;

namespace UserOps.Tests.Funnels;

public class CorePathTests
{
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static Dataset Shop(int buyers, params string[] journey) => Dataset.From(events:
        Enumerable.Range(0, buyers).SelectMany(user => Twice(journey).Select((name, minute) => new EventRow($"u{user}", name, Start.AddMinutes(minute)))));

    private static string[] Twice(string[] journey) => [.. journey, .. journey];

    [Fact]
    public void The_path_lists_what_buyers_did_before_they_paid_in_the_order_of_first_times() =>
        Assert.Equal(["visit", "view", "cart", "pay"], Shop(30, "visit", "view", "visit", "cart", "pay", "review").CorePath());

    [Fact]
    public void A_step_that_fewer_than_three_in_four_buyers_took_is_left_out()
    {
        var withCoupon = Enumerable.Range(0, 30).SelectMany(user => new EventRow?[]
        {
            new($"u{user}", "visit", Start), new($"u{user}", "visit", Start), user < 22 ? new($"u{user}", "coupon", Start.AddMinutes(1)) : null, user < 22 ? new($"u{user}", "coupon", Start.AddMinutes(1)) : null, new($"u{user}", "purchase", Start.AddMinutes(2)),
        });
        Assert.Equal(["visit", "purchase"], Dataset.From(events: withCoupon.OfType<EventRow>()).CorePath());
    }

    [Fact]
    public void What_users_do_only_once_is_no_step()
    {
        var journeys = Enumerable.Range(0, 30).SelectMany(user => ((string[])["signup", "visit", "visit", "pay"]).Select((name, minute) => new EventRow($"u{user}", name, Start.AddMinutes(minute))));
        Assert.Equal(["visit", "pay"], Dataset.From(events: journeys).CorePath());
    }

    [Fact]
    public void A_goal_without_a_usual_name_must_be_given()
    {
        var data = Shop(30, "visit", "donate");
        Assert.Contains("visit, donate", Assert.Throws<UserOpsException>(() => data.CorePath()).Message);
        Assert.Equal(["visit", "donate"], data.CorePath("donate"));
        Assert.Contains("'gift' is no event", Assert.Throws<UserOpsException>(() => data.CorePath("gift")).Message);
    }

    [Fact]
    public void Too_few_buyers_are_refused() =>
        Assert.Contains("29 users", Assert.Throws<InsufficientDataException>(() => Shop(29, "visit", "pay").CorePath()).Message);

    [Fact]
    public void The_shop_event_log_gives_its_known_steps() =>
        // pandas: first times before the first purchase of the 328 buyers, shares of at least 0.75, sorted by mean place.
        Assert.Equal(
            ["catalog", "home", "product_view", "search", "add_to_cart", "cart", "purchase"],
            Dataset.Open(PublicData.Path("retentioneering/ecom.csv.gz"), cancellation: TestContext.Current.CancellationToken).CorePath());
}
