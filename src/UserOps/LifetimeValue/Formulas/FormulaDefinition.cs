using UserOps.Time;

namespace UserOps.LifetimeValue.Formulas;

/// <summary>What goes into the simple formulas.</summary>
public sealed record FormulaDefinition
{
    /// <summary>How long a period is.</summary>
    public Grain Grain { get; init; } = Grain.Month;

    /// <summary>The days whose whole periods are counted; all days of the data when absent.</summary>
    public Period? Period { get; init; }

    /// <summary>N of ARPU × N × retention: how many periods a user is counted for, 1 or more.</summary>
    public int Periods { get; init; } = 12;

    /// <summary>The part of net revenue that is left after the cost of goods, above 0 and up to 1; when absent, that of the orders' column <c>cost</c>, else 1.</summary>
    public double? Margin { get; init; }

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;
}
