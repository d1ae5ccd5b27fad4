using UserOps.Data;

namespace UserOps.Segments.Levels;

/// <summary>Five-level matrix and lifecycle stages: where each user stands at a date, and who moved between two.</summary>
public static class LevelAnalysis
{
    /// <summary>The five-level matrix 五级用户矩阵: potential, new, active, loyal, churned.</summary>
    /// <exception cref="UserOpsException">The export has neither orders nor the key events, or a threshold has no meaning.</exception>
    /// <exception cref="InsufficientDataException">Nobody is known at the date, or the data do not reach back far enough to tell churned users.</exception>
    public static LevelResult<UserLevel> Levels(this Dataset data, LevelDefinition? definition = null)
    {
        definition ??= new();
        definition.Check();
        return LevelCounts.At(data, definition.At, definition.Scheme);
    }

    /// <summary>Who moved between the levels of two dates.</summary>
    /// <param name="data">The export.</param>
    /// <param name="days">How long before the date of the definition the earlier one lies, 1 or more.</param>
    /// <param name="definition">The later date and the thresholds.</param>
    /// <exception cref="UserOpsException">As for <see cref="Levels"/>.</exception>
    public static MigrationResult LevelMigration(this Dataset data, int days, LevelDefinition? definition = null)
    {
        definition ??= new();
        definition.Check();
        return LevelCounts.Between(data, definition.At, days, definition.Scheme);
    }

    /// <summary>The lifecycle stages 引入 → 成长 → 成熟 → 休眠 → 流失.</summary>
    /// <exception cref="UserOpsException">The export has neither orders nor the key events, or a threshold has no meaning.</exception>
    /// <exception cref="InsufficientDataException">Nobody is known at the date, or the data do not reach back far enough to tell churned users.</exception>
    public static LevelResult<LifecycleStage> Stages(this Dataset data, StageDefinition? definition = null)
    {
        definition ??= new();
        definition.Check();
        return LevelCounts.At(data, definition.At, definition.Scheme);
    }

    /// <summary>Who moved between the stages of two dates.</summary>
    /// <param name="data">The export.</param>
    /// <param name="days">How long before the date of the definition the earlier one lies, 1 or more.</param>
    /// <param name="definition">The later date and the thresholds.</param>
    /// <exception cref="UserOpsException">As for <see cref="Stages"/>.</exception>
    public static MigrationResult StageMigration(this Dataset data, int days, StageDefinition? definition = null)
    {
        definition ??= new();
        definition.Check();
        return LevelCounts.Between(data, definition.At, days, definition.Scheme);
    }
}
