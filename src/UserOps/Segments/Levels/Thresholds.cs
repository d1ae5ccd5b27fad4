namespace UserOps.Segments.Levels;

/// <summary>Refuses thresholds that leave a level without a meaning.</summary>
internal static class Thresholds
{
    public static void Positive(string name, int value)
    {
        if (value < 1)
            throw new UserOpsException($"{name} is {value}; 1 or more is needed.");
    }

    public static void Ascending(string lower, int low, string higher, int high)
    {
        if (high <= low)
            throw new UserOpsException($"{higher} ({high}) must be more than {lower} ({low}), or no user could be between them.");
    }
}
