namespace UserOps.Segments.Levels;

/// <summary>The thresholds of the lifecycle stages 引入 → 成长 → 成熟 → 休眠 → 流失.</summary>
public sealed record StageDefinition
{
    /// <summary>The local day at whose end stages are told; the last full day of the data when absent.</summary>
    public DateOnly? At { get; init; }

    /// <summary>The names of the events that stand for an order, where the export has no orders; its orders when empty.</summary>
    public IReadOnlyList<string> KeyEvents { get; init; } = [];

    /// <summary>Growth begins with so many orders.</summary>
    public int GrowthOrders { get; init; } = 2;

    /// <summary>Maturity begins with so many orders, more than <see cref="GrowthOrders"/>.</summary>
    public int MatureOrders { get; init; } = 4;

    /// <summary>A user is dormant after more than so many days without any activity.</summary>
    public int DormantDays { get; init; } = 30;

    /// <summary>A user has churned after more than so many days without any activity, more than <see cref="DormantDays"/>.</summary>
    public int ChurnedDays { get; init; } = 60;

    /// <summary>The stage of a user: churned or dormant by silence, else by the number of orders.</summary>
    public LifecycleStage StageOf(UserStanding user) => user switch
    {
        _ when user.SilentDays > ChurnedDays => LifecycleStage.Churned,
        _ when user.SilentDays > DormantDays => LifecycleStage.Dormant,
        _ when user.Orders >= MatureOrders => LifecycleStage.Maturity,
        _ when user.Orders >= GrowthOrders => LifecycleStage.Growth,
        _ => LifecycleStage.Introduction,
    };

    internal LevelScheme<LifecycleStage> Scheme => new(
        "Lifecycle stage 生命周期", StageOf,
        [
            new("introduction 引入", $"fewer than {GrowthOrders} orders"), new("growth 成长", $"{GrowthOrders} to {MatureOrders - 1} orders"),
            new("maturity 成熟", $"{MatureOrders} orders or more"),
            new("dormant 休眠", $"silent for {DormantDays + 1} to {ChurnedDays} days"), new("churned 流失", $"silent for more than {ChurnedDays} days"),
        ])
    { KeyEvents = KeyEvents, RecentDays = 1, LongestSilence = ChurnedDays };

    internal void Check()
    {
        Thresholds.Positive(nameof(GrowthOrders), GrowthOrders);
        Thresholds.Positive(nameof(DormantDays), DormantDays);
        Thresholds.Ascending(nameof(GrowthOrders), GrowthOrders, nameof(MatureOrders), MatureOrders);
        Thresholds.Ascending(nameof(DormantDays), DormantDays, nameof(ChurnedDays), ChurnedDays);
    }
}
