namespace UserOps.Survival;

/// <summary>Which columns of a wide table say how long each row lasted and how it ended.</summary>
public sealed record SurvivalColumns
{
    /// <summary>The column of the time to the event or to the end of observation; a number of zero or more, on one scale for all rows.</summary>
    public required string Duration { get; init; }

    /// <summary>The column that says whether the event was seen: yes/no, 1/0, or words of which <see cref="EventWord"/> is one.</summary>
    public required string Event { get; init; }

    /// <summary>The word that marks an event where the column holds words.</summary>
    public string? EventWord { get; init; }

    /// <summary>The column of the time at which a row came under observation; all from the start when absent.</summary>
    /// <remarks>Rows of one person that follow each other, such as (0, 10] and (10, 25], let covariates change over time.</remarks>
    public string? Entry { get; init; }

    /// <summary>The column that names the person; a row is a person when absent.</summary>
    public string? Id { get; init; }

    /// <summary>The unit of time, such as <c>months</c>; may be empty.</summary>
    public string Unit { get; init; } = "";
}
