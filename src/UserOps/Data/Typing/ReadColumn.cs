namespace UserOps.Data.Typing;

/// <summary>A column as read: its values, and what happened to them.</summary>
/// <param name="Typed">The column and its type.</param>
/// <param name="Missing">Rows without a value.</param>
/// <param name="Coerced">Values that were changed or became missing.</param>
internal sealed record ReadColumn(TypedCells Typed, long Missing, IReadOnlyList<Finding> Coerced);
