namespace UserOps.Experiments;

/// <summary>Refuses numbers that are out of their range.</summary>
internal static class Require
{
    /// <exception cref="UserOpsException">It does not hold.</exception>
    public static void That(bool holds, FormattableString found)
    {
        if (!holds)
            throw new UserOpsException($"Found {FormattableString.Invariant(found)}.");
    }
}
