namespace UserOps.Data.Typing;

/// <summary>What is known about how an export writes its values.</summary>
/// <param name="Zone">The zone of times without an offset.</param>
/// <param name="Order">The order of day and month, or that it is to be found.</param>
/// <param name="Mark">What stands before decimals, or that it is to be found.</param>
internal sealed record TypeSettings(TimeZoneInfo Zone, DateOrder Order = DateOrder.Detect, DecimalMark Mark = DecimalMark.Detect);
