namespace UserOps.Data.Reading;

/// <summary>A table as read, and how the reading went: what the cache keeps.</summary>
/// <param name="Table">The typed columns under the names they are asked for.</param>
/// <param name="Quality">What was kept, coerced, dropped and guessed.</param>
internal sealed record TableReading(TypedTable Table, TableQuality Quality);
