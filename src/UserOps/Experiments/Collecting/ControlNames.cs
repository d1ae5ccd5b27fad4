namespace UserOps.Experiments.Collecting;

/// <summary>Finds the arm that the others are compared with.</summary>
internal static class ControlNames
{
    private static readonly string[] Usual = ["control", "ctrl", "baseline", "holdout", "hold-out", "hold_out", "old", "a", "0", "false", "对照", "对照组", "no e-mail", "none", "off"];

    /// <exception cref="UserOpsException">No arm has the name that was asked for; the message lists those there are.</exception>
    public static string Choose(string[] arms, string? asked)
    {
        if (asked is not null)
            return arms.Contains(asked, StringComparer.Ordinal) ? asked : throw new UserOpsException($"No arm is named '{asked}'. The arms are: {string.Join(", ", arms)}.");
        return Usual.Select(name => Array.Find(arms, arm => IsCalled(arm, name))).FirstOrDefault(found => found is not null) ?? arms.Order(StringComparer.Ordinal).First();
    }

    private static bool IsCalled(string arm, string name) =>
        arm.Equals(name, StringComparison.OrdinalIgnoreCase) || name.Length > 3 && arm.StartsWith(name, StringComparison.OrdinalIgnoreCase);
}
