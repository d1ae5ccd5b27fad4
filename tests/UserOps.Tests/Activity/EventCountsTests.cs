using UserOps.Activity;
using UserOps.Data;
using UserOps.Time;

namespace UserOps.Tests.Activity;

public class EventCountsTests
{
    private static readonly DateTime Start = new(2024, 1, 1, 9, 0, 0, DateTimeKind.Utc);

    private static Dataset Data() => Dataset.From(events:
    [
        new("a", "visit", Start), new("a", "visit", Start.AddDays(1)), new("b", "visit", Start), new("b", "pay", Start.AddDays(1)), new("c", "visit", Start.AddDays(2)),
    ]);

    [Fact]
    public void Each_event_is_counted_by_times_and_by_distinct_users()
    {
        var counts = Data().EventCounts();
        Assert.Equal([new("visit", 4, 3), new("pay", 1, 1)], counts.Events);
        Assert.Equal(3, counts.Users);
    }

    [Fact]
    public void Only_events_of_the_period_count()
    {
        var counts = Data().EventCounts(new Period(new(2024, 1, 2), new(2024, 1, 3)));
        Assert.Equal([new("visit", 1, 1), new("pay", 1, 1)], counts.Events);
        Assert.Equal(2, counts.Users);
    }
}
