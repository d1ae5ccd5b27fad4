namespace UserOps.Experiments.Collecting;

/// <summary>Who was assigned to which arm when, one entry a unit, and what spoke against it.</summary>
internal sealed record Assignment
{
    /// <summary>The arms, control first.</summary>
    public required string[] Arms { get; init; }

    /// <summary>The arm of each unit, −1 where it is left out.</summary>
    public required int[] Arm { get; init; }

    /// <summary>The first row of each unit in the table.</summary>
    public required int[] Row { get; init; }

    /// <summary>The user of each unit in the dataset; empty for a wide table.</summary>
    public int[] User { get; init; } = [];

    /// <summary>When each unit was exposed, UTC ticks; null where the table does not say.</summary>
    public long[]? At { get; init; }

    /// <summary>Further rows of each unit, where rows are observations; null where a unit is a row.</summary>
    public int[][]? Rows { get; init; }

    /// <summary>Units with rows in two arms; they are left out.</summary>
    public int InTwoArms { get; init; }

    /// <summary>Rows that repeat a unit in its own arm.</summary>
    public int Repeats { get; init; }

    /// <summary>Rows without a unit or an arm; they are left out.</summary>
    public int Blank { get; init; }

    /// <summary>Rows left out because what was shown contradicts the arm; and the column that says so.</summary>
    public int Contradictions { get; init; }

    /// <summary>The column of what was shown; null where there is none.</summary>
    public string? Shown { get; init; }

    /// <summary>How many units each arm has before any is left out for lack of time.</summary>
    public long[] Counts { get; init; } = [];
}
