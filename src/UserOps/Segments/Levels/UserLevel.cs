namespace UserOps.Segments.Levels;

/// <summary>The five-level matrix 五级用户矩阵: every known user is in exactly one level.</summary>
public enum UserLevel
{
    /// <summary>潜在: known, but has never bought.</summary>
    Potential,
    /// <summary>新: bought for the first time lately.</summary>
    New,
    /// <summary>活跃: a buyer who is still active and neither new nor loyal.</summary>
    Active,
    /// <summary>忠诚: bought often in the last months.</summary>
    Loyal,
    /// <summary>流失: a buyer who has been silent for long.</summary>
    Churned,
}

/// <summary>The stage of a user's life with the product 生命周期: every known user is in exactly one stage.</summary>
public enum LifecycleStage
{
    /// <summary>引入: active, with no order or one.</summary>
    Introduction,
    /// <summary>成长: active, has bought again.</summary>
    Growth,
    /// <summary>成熟: active, has bought many times.</summary>
    Maturity,
    /// <summary>休眠: silent for some time.</summary>
    Dormant,
    /// <summary>流失: silent for long.</summary>
    Churned,
}
