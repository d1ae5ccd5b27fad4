namespace UserOps.Attribution;

/// <summary>One meeting of a user with a channel.</summary>
/// <param name="Ticks">When, UTC.</param>
/// <param name="Channel">The number of the channel.</param>
internal readonly record struct Touchpoint(long Ticks, int Channel);
