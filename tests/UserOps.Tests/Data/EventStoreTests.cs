using UserOps.Data;

namespace UserOps.Tests.Data;

public class EventStoreTests
{
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static EventStore Store() => Dataset.From(events:
    [
        new("b", "pay", Start.AddHours(3)), new("a", "visit", Start.AddHours(2)), new("b", "visit", Start.AddHours(1)),
        new("b", "cart", Start.AddHours(1)), new("a", "cart", Start.AddHours(5)),
    ]).Events;

    private static string[] Names(EventStore store, string user)
    {
        List<string> names = [];
        foreach (var e in store[store.Users.Find(user)])
            names.Add(store.EventNames[e.Code]);
        return [.. names];
    }

    [Fact]
    public void Events_of_a_user_are_in_time_order_and_ties_in_file_order() =>
        Assert.Equal(["visit", "cart", "pay"], Names(Store(), "b"));

    [Fact]
    public void A_period_includes_its_start_and_excludes_its_end()
    {
        var view = Store().Between(Start.AddHours(1).Ticks, Start.AddHours(3).Ticks);
        Assert.Equal(["visit", "cart"], Names(view, "b"));
        Assert.Equal(["visit"], Names(view, "a"));
        Assert.Equal(3, view.Count);
    }

    [Fact]
    public void A_filter_keeps_numbering_and_order()
    {
        var view = Store().Named("visit", "pay");
        Assert.Equal(["visit", "pay"], Names(view, "b"));
        Assert.Equal(3, view.Count);
        Assert.Equal(2, view.Between(Start.AddHours(1).Ticks, Start.AddHours(3).Ticks).Count);
    }
}
