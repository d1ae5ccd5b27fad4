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

    /// <summary>Refuses spells of one person that overlap: they would count one life twice.</summary>
    public static void CheckApart(int[] persons, double[] durations, double[]? entries)
    {
        int[] order = [.. Enumerable.Range(0, durations.Length).OrderBy(row => persons[row]).ThenBy(row => entries?[row] ?? 0).ThenBy(row => durations[row])];
        int[] second = [.. Enumerable.Range(1, order.Length - 1).Where(i => persons[order[i]] == persons[order[i - 1]] && (entries?[order[i]] ?? 0) < durations[order[i - 1]])];
        if (second.Length > 0)
            throw new UserOpsException(
                $"{second.Length} spells overlap with another of the same person; none may. The first are rows {order[second[0] - 1] + 1} and {order[second[0]] + 1}. "
                + "Leave out repeated rows, name the column of the entry, or, if rows are different things of one person, name no id and take the person for a cluster.");
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
