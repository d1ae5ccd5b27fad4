using UserOps.Time;

namespace UserOps.Tests.Time;

public class PeriodTests
{
    private static readonly DateOnly Monday = new(2024, 1, 1);

    private static Period Days(int from, int to) => new(Monday.AddDays(from), Monday.AddDays(to));

    [Fact]
    public void A_period_that_ends_before_it_starts_is_refused()
    {
        var error = Assert.Throws<UserOpsException>(() => Days(3, 1));
        Assert.Contains("2024-01-02", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Common_days_are_empty_where_periods_do_not_meet()
    {
        Assert.Equal(Days(2, 5), Days(0, 5).Intersect(Days(2, 9)));
        Assert.Equal(0, Days(0, 2).Intersect(Days(4, 6)).Days);
        Assert.Equal(Days(0, 3), Days(0, 5).Until(Monday.AddDays(3)));
        Assert.Equal(0, Days(4, 5).Until(Monday).Days);
    }
}
