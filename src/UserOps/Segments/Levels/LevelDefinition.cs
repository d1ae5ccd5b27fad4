namespace UserOps.Segments.Levels;

/// <summary>The thresholds of the five-level matrix.</summary>
public sealed record LevelDefinition
{
    /// <summary>The local day at whose end levels are told; the last full day of the data when absent.</summary>
    public DateOnly? At { get; init; }

    /// <summary>The names of the events that stand for an order, where the export has no orders; its orders when empty.</summary>
    public IReadOnlyList<string> KeyEvents { get; init; } = [];

    /// <summary>A buyer is new up to so many days after the first order.</summary>
    public int NewDays { get; init; } = 30;

    /// <summary>A buyer is loyal with so many orders or more …</summary>
    public int LoyalOrders { get; init; } = 3;

    /// <summary>… in the last so many days.</summary>
    public int LoyalDays { get; init; } = 90;

    /// <summary>A buyer has churned after more than so many days without any activity.</summary>
    public int ChurnedDays { get; init; } = 60;

    /// <summary>The level of a user: the first of potential, churned, loyal, new that fits, else active.</summary>
    public UserLevel LevelOf(UserStanding user) => user switch
    {
        { Orders: 0 } => UserLevel.Potential,
        _ when user.SilentDays > ChurnedDays => UserLevel.Churned,
        _ when user.RecentOrders >= LoyalOrders => UserLevel.Loyal,
        _ when user.DaysSinceFirstOrder <= NewDays => UserLevel.New,
        _ => UserLevel.Active,
    };

    internal LevelScheme<UserLevel> Scheme => new(
        "Five-level matrix 五级用户矩阵", LevelOf,
        [
            new("potential 潜在", "no order yet"), new("new 新", $"first order at most {NewDays} days ago"), new("active 活跃", "a buyer, neither new nor loyal nor churned"),
            new("loyal 忠诚", $"{LoyalOrders} orders or more in {LoyalDays} days"), new("churned 流失", $"a buyer, silent for more than {ChurnedDays} days"),
        ])
    { KeyEvents = KeyEvents, RecentDays = LoyalDays, LongestSilence = ChurnedDays };

    internal void Check()
    {
        Thresholds.Positive(nameof(NewDays), NewDays);
        Thresholds.Positive(nameof(LoyalOrders), LoyalOrders);
        Thresholds.Positive(nameof(LoyalDays), LoyalDays);
        Thresholds.Positive(nameof(ChurnedDays), ChurnedDays);
    }
}
