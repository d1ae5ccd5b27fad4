namespace UserOps.Churn;

/// <summary>Checks what is asked before anything is counted.</summary>
internal static class ChurnChecks
{
    public static void Check(ChurnDefinition definition)
    {
        AtLeast(1, definition.HorizonDays, "days of the horizon");
        AtLeast(1, definition.ActiveWithinDays, "days of activity before the cut-off");
        AtLeast(1, definition.TrainingCutOffs, "cut-offs to learn from");
        Level(definition.Level);
    }

    public static void Check(ChurnTableDefinition definition)
    {
        AtLeast(2, definition.Folds, "folds");
        Level(definition.Level);
    }

    private static void AtLeast(int least, int found, string what)
    {
        if (found < least)
            throw new UserOpsException($"{found} {what} were asked for; {least} or more are needed.");
    }

    private static void Level(double level)
    {
        if (!(level > 0 && level < 1))
            throw new UserOpsException($"A confidence level of {level} was asked for; it lies between 0 and 1, such as 0.95.");
    }
}
