using CsCheck;
using UserOps.Data.Typing;

namespace UserOps.Tests.Data.Typing;

public class LocalZoneTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static DateTime Utc(DateTime local) => new(new LocalZone(Berlin).ToUtc(local.Ticks));

    [Fact]
    public void A_repeated_hour_is_the_first_of_the_two() =>
        Assert.Equal(new DateTime(2024, 10, 27, 0, 30, 0), Utc(new(2024, 10, 27, 2, 30, 0)));

    [Fact]
    public void A_skipped_hour_is_moved_on() =>
        Assert.Equal(new DateTime(2024, 3, 31, 1, 30, 0), Utc(new(2024, 3, 31, 2, 30, 0)));

    [Fact]
    public void Other_times_agree_with_the_platform() =>
        Gen.Select(Gen.Int[0, 40 * 365 * 24 * 4], Gen.Int[0, 3].Select(i => new[] { "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe" }[i])).Sample((quarter, name) =>
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
            var local = new DateTime(1995, 1, 1).AddMinutes(15 * quarter);
            if (!zone.IsAmbiguousTime(local) && !zone.IsInvalidTime(local))
                Assert.Equal(TimeZoneInfo.ConvertTimeToUtc(local, zone).Ticks, new LocalZone(zone).ToUtc(local.Ticks));
        }, iter: 400);
}
