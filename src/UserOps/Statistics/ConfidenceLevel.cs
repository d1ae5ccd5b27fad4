namespace UserOps.Statistics;

/// <summary>Refuses confidence levels that are none.</summary>
internal static class ConfidenceLevel
{
    /// <exception cref="UserOpsException">The level does not lie between 0 and 1.</exception>
    public static void Check(double level)
    {
        if (!(level > 0 && level < 1))
            throw new UserOpsException(FormattableString.Invariant($"A level of {level} was asked for; a confidence level lies between 0 and 1, such as 0.95."));
    }
}
