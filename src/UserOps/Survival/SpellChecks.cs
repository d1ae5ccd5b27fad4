using System.Globalization;

namespace UserOps.Survival;

/// <summary>Refuses spells that cannot be: the message names how many, the first, and what to do.</summary>
internal static class SpellChecks
{
    public static void Check(double[] durations, bool[] events, double[]? entries)
    {
        if (durations.Length == 0)
            throw new InsufficientDataException("no spell", "at least one", "Choose a table or a period that holds users.");
        Expect("marks of the event", events.Length, durations.Length);
        Expect("entry times", entries?.Length ?? durations.Length, durations.Length);
        Refuse(durations, row => !double.IsFinite(durations[row]), "no finite duration", "Fill in the time under observation or leave these rows out.");
        Refuse(durations, row => durations[row] < 0, "a negative duration", "Check which of the two dates comes first.");
        if (entries is null)
            return;
        Refuse(entries, row => !(entries[row] >= 0), "no entry time of zero or more", "Fill it in, or name no entry column.");
        Refuse(durations, row => entries[row] >= durations[row], "a duration that is not after the entry", "A spell must end after it begins: leave such rows out.");
    }

    private static void Expect(string what, int found, int needed)
    {
        if (found != needed)
            throw new UserOpsException($"Found {found} {what} for {needed} durations; one for each is needed.");
    }

    private static void Refuse(double[] values, Func<int, bool> isBad, string what, string remedy)
    {
        int count = 0, first = -1;
        for (int row = 0; row < values.Length; row++)
            if (isBad(row))
            {
                count++;
                first = first < 0 ? row : first;
            }
        if (count > 0)
            throw new UserOpsException(string.Create(CultureInfo.InvariantCulture,
                $"{count} of {values.Length} spells have {what}; none may. The first is row {first + 1} with {values[first]}. {remedy}"));
    }
}
