using CsCheck;
using UserOps.Time;

namespace UserOps.Tests.Time;

public class CalendarTests
{
    private static readonly Calendar NewYork = new(TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), DayOfWeek.Sunday);

    [Fact]
    public void A_day_begins_at_local_midnight_on_both_sides_of_a_clock_change()
    {
        // Clocks in New York went forward on 2024-03-10 at 07:00 UTC.
        Assert.Equal(new DateTime(2024, 3, 10, 5, 0, 0), new DateTime(NewYork.StartOf(new DateOnly(2024, 3, 10).DayNumber)));
        Assert.Equal(new DateTime(2024, 3, 11, 4, 0, 0), new DateTime(NewYork.StartOf(new DateOnly(2024, 3, 11).DayNumber)));
    }

    [Fact]
    public void Weeks_begin_on_the_given_day()
    {
        int sunday = new DateOnly(2024, 3, 10).DayNumber;
        Assert.Equal(NewYork.StepOf(sunday, Grain.Week), NewYork.StepOf(sunday + 6, Grain.Week));
        Assert.Equal(NewYork.StepOf(sunday, Grain.Week) - 1, NewYork.StepOf(sunday - 1, Grain.Week));
        Assert.Equal(sunday, NewYork.FirstDayOf(NewYork.StepOf(sunday + 3, Grain.Week), Grain.Week));
    }

    [Fact]
    public void Every_moment_lies_between_the_starts_of_its_day_and_the_next() =>
        Check.Sample(
            Gen.Long[new DateTime(1990, 1, 1).Ticks, new DateTime(2050, 1, 1).Ticks],
            ticks => NewYork.StartOf(NewYork.DayOf(ticks)) <= ticks && ticks < NewYork.StartOf(NewYork.DayOf(ticks) + 1),
            iter: 2000);

    [Fact]
    public void A_look_up_of_many_days_gives_the_same_days()
    {
        var days = NewYork.Days();
        Check.Sample(
            Gen.Long[new DateTime(1965, 1, 1).Ticks, new DateTime(2110, 1, 1).Ticks].Array[50],
            moments => moments.All(ticks => days.Of(ticks) == NewYork.DayOf(ticks)), iter: 200, threads: 1);
    }
}
