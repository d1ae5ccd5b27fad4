namespace UserOps.Uplift;

/// <summary>Checks what is asked, and whether the users can answer it.</summary>
internal static class UpliftChecks
{
    private const int LeastUsers = 20;

    public static void Check(UpliftQuestion question)
    {
        if (!(question.Level > 0 && question.Level < 1))
            throw new UserOpsException(FormattableString.Invariant($"A confidence level of {question.Level} was asked for; it lies between 0 and 1, such as 0.95."));
        if (question.Learners.Count == 0)
            throw new UserOpsException("No way to learn was named; one or more are needed, the one that decides first.");
        question.HoldOut.Check();
    }

    /// <exception cref="InsufficientDataException">An arm or an outcome has too few users.</exception>
    public static void Check(AssignedUsers users)
    {
        foreach ((int arm, string name) in users.Arms.Index())
            if (users.ArmOf.Count(one => one == arm) is var count && count < LeastUsers)
                throw new InsufficientDataException($"{count} users in the arm '{name}'", $"at least {LeastUsers} in each arm are", "Add users, or leave the arm out.");
        if (users.Outcomes.Distinct().Take(2).Count() < 2)
            throw new InsufficientDataException(
                $"{Caption.Count(users.Count)} users who all have the same outcome ({FormattableString.Invariant($"{users.Outcomes[0]:0.###}")}): {users.OutcomeWords}", "users who differ in it are",
                "Ask for another outcome, or follow the users for longer.");
        if (users.Features.Features.Count == 0)
            throw new InsufficientDataException("nothing that was known of the users before", "at least one feature is", "Name columns to learn from.");
    }

    /// <exception cref="InsufficientDataException">An arm has nobody who judges or nobody to learn from.</exception>
    public static void CheckHoldOut(AssignedUsers users, int[] training, int[] judging)
    {
        foreach ((int arm, string name) in users.Arms.Index())
        {
            int learning = training.Count(row => users.ArmOf[row] == arm), held = judging.Count(row => users.ArmOf[row] == arm);
            if (held < 2 || learning < 2)
                throw new InsufficientDataException(
                    $"{learning} users to learn from and {held} in the hold-out for the arm '{name}'", "both of every arm are", "Hold users out at random, choose another share, or add users.");
        }
    }
}
