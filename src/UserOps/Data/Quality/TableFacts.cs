namespace UserOps.Data;

/// <summary>What the values of a table say about it, found when first asked for.</summary>
/// <param name="FirstDay">The day of the first moment, in the calendar of the report; null without times.</param>
/// <param name="LastDay">The day of the last moment, in the calendar of the report; null without times.</param>
/// <param name="MissingIds">Rows without a user id: in the table, but in no question per user.</param>
/// <param name="MissingTimes">Rows without a time: in the table, but in no question over time.</param>
/// <param name="DuplicateRows">Rows that equal an earlier row in every column.</param>
/// <param name="NegativeAmounts">Rows with an amount below zero, read as refunds.</param>
/// <param name="EmptyDays">Days inside the time range without any row, in the calendar of the report.</param>
public sealed record TableFacts(
    DateOnly? FirstDay, DateOnly? LastDay, long MissingIds, long MissingTimes, long DuplicateRows, long NegativeAmounts, IReadOnlyList<DateOnly> EmptyDays);
