namespace UserOps.Tests.Samples;

[Collection(nameof(LargeShop))]
public class CalendarTruthTests(LargeShop shop)
{
    private static readonly DateTime Outage = new(2024, 4, 10), Burst = new(2024, 4, 20), Failure = new(2024, 3, 20);

    [Fact]
    public void Weekdays_are_as_busy_as_planted()
    {
        // Three weeks without special days, all from Monday to Sunday; growth within a week is small against the weekdays' differences.
        var from = new DateTime(2024, 4, 22);
        long[] visits = new long[7];
        foreach (var e in Natural(from, from.AddDays(28)))
            visits[((int)e.At.DayOfWeek + 6) % 7]++;
        double[] planted = [.. shop.Folder.Truth.GetProperty("calendar").GetProperty("weekday_factors_monday_first").EnumerateArray().Select(x => x.GetDouble())];
        for (int day = 0; day < 7; day++)
            Assert.InRange(visits[day] * 7.0 / visits.Sum(), planted[day] - 0.05, planted[day] + 0.05);
    }

    [Fact]
    public void Nothing_is_recorded_during_the_outage_and_the_day_stands_out()
    {
        Assert.DoesNotContain(shop.Events, e => e.At >= Outage.AddHours(9) && e.At < Outage.AddHours(18));
        double before = Active(Outage.AddDays(-7)), after = Active(Outage.AddDays(7));
        Assert.InRange(Active(Outage) / ((before + after) / 2), 0.40, 0.70);
    }

    [Fact]
    public void The_festival_is_the_peak_and_the_quiet_holiday_a_dip()
    {
        var busiest = shop.Events.GroupBy(e => e.At.Date).MaxBy(day => day.DistinctBy(e => e.User).Count())!.Key;
        Assert.Equal(new DateTime(2024, 6, 18), busiest);
        long quiet = Natural(new(2024, 2, 10), new(2024, 2, 17)).LongCount(), before = Natural(new(2024, 2, 3), new(2024, 2, 10)).LongCount();
        Assert.InRange((double)quiet / before, 0.55, 0.75);
    }

    [Fact]
    public void On_the_day_of_empty_sign_ups_one_channel_bursts_and_nobody_comes_back()
    {
        var burst = shop.Users.Where(user => user.Value.Channel == "social" && user.Value.SignupAt >= Burst.AddHours(2) && user.Value.SignupAt < Burst.AddHours(5)).Select(user => user.Key).ToHashSet();
        Assert.InRange(burst.Count, shop.Users.Count / 50, shop.Users.Count / 50 + 40);
        long comeBack = shop.Events.Where(e => e.Name == "visit" && burst.Contains(e.User)).Select(e => e.User).Distinct().LongCount();
        Assert.InRange(comeBack, 0, burst.Count / 50);
    }

    [Fact]
    public void On_the_day_of_the_payment_failure_android_alone_cannot_pay()
    {
        var day = shop.Events.Where(e => e.At.Date == Failure && e.Name is "checkout" or "pay").ToList();
        double Share(bool android) => day.Count(e => e.Name == "pay" && e.At.Date == Failure && e.Platform == "android" == android)
            / (double)day.Count(e => e.Name == "checkout" && e.At.Date == Failure && e.Platform == "android" == android);
        Assert.InRange(Share(android: true), 0, 0.25);
        Assert.InRange(Share(android: false), 0.55, 0.85);
    }

    [Fact]
    public void Late_born_users_come_late_in_the_evening()
    {
        var born = shop.Folder.Rows("users").Where(row => row[0][0] == 'U').DistinctBy(row => row[0]).ToDictionary(row => row[0], row => (int)SampleFolder.Number(row[6]));
        var visits = shop.Events.Where(e => e.Name == "visit" && e.Entry is not ("push" or "sms" or "email") && e.At.Date != Outage).ToLookup(e => born[e.User] >= 1997);
        double Peak(bool late) => visits[late].Count(e => e.At.Hour is 21 or 22) / (double)visits[late].Count();
        Assert.InRange(Peak(true), 0.19, 0.225);
        Assert.InRange(Peak(false), 0.11, 0.135);
    }

    private IEnumerable<SampleEvent> Natural(DateTime from, DateTime to) =>
        shop.Events.Where(e => e.Name == "visit" && e.At >= from && e.At < to && e.Entry is not ("push" or "sms" or "email"));

    private double Active(DateTime day) => shop.Events.Where(e => e.At.Date == day).DistinctBy(e => e.User).Count();
}
