namespace UserOps.Learning;

/// <summary>What a fit needs before it begins.</summary>
internal static class LearningChecks
{
    public const int LeastOutcomes = 20;
    private const int LeastAmounts = 40;

    public static void Outcomes(int yes, int no)
    {
        if (Math.Min(yes, no) < LeastOutcomes)
            throw new InsufficientDataException(
                $"{yes} users with the outcome and {no} without it", $"at least {LeastOutcomes} of each are",
                "Add users, lengthen the history, or choose an outcome that is neither so rare nor so common.");
    }

    public static void Amounts(double[] amounts)
    {
        if (amounts.Length < LeastAmounts)
            throw new InsufficientDataException($"{amounts.Length} users", $"at least {LeastAmounts} are", "Add users or lengthen the history.");
        if (Array.FindIndex(amounts, amount => !double.IsFinite(amount)) is var row and >= 0)
            throw new UserOpsException($"The amount of row {row + 1} is {amounts[row]}; a finite number is needed. Leave out users whose amount is not known.");
    }

    public static void Features(FeatureEncoder encoder)
    {
        if (encoder.Slots.Count == 0)
            throw new InsufficientDataException(
                $"no feature that tells users apart ({string.Join("; ", encoder.Unused.Select(one => $"{one.Name}: {one.Reason}"))})", "at least one is",
                "Add columns that differ between users.");
    }
}
