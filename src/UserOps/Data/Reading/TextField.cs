namespace UserOps.Data.Reading;

/// <summary>Where a field lies in a text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character behind its last one.</param>
internal readonly record struct TextField(int Start, int End);
