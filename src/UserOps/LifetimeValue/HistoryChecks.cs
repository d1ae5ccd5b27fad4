using System.Globalization;

namespace UserOps.LifetimeValue;

/// <summary>Refuses histories that cannot be: the message names the customer, what was found and what to do.</summary>
internal static class HistoryChecks
{
    // In days, 2,700 years.
    private const double LongestAge = 1e6;

    public static void SameLength(int ids, params int?[] lengths)
    {
        if (lengths.FirstOrDefault(length => length is { } found && found != ids) is { } other)
            throw new UserOpsException($"Found {ids} customers but a column of {other} values; every column needs one value a customer.");
    }

    public static int Whole(string id, double frequency) => frequency >= 0 && frequency <= int.MaxValue && frequency == Math.Floor(frequency)
        ? (int)frequency
        : throw Refusal(id, "frequency", frequency, "a whole number of 0 or more", "Count repeat purchases; the first one is not among them.");

    public static void Check(CustomerHistories all)
    {
        var seen = new HashSet<string>(all.Count, StringComparer.Ordinal);
        for (int row = 0; row < all.Count; row++)
        {
            if (!seen.Add(all.Ids[row]))
                throw new UserOpsException($"Customer '{all.Ids[row]}' is there twice; one row a customer is needed. Join the rows, or summarise the transactions again.");
            Times(all, row);
            if (all.MonetaryValue is { } values)
                Value(all.Ids[row], values[row]);
        }
    }

    private static void Times(CustomerHistories all, int row)
    {
        (string id, int x, double recency, double age) = (all.Ids[row], all.Frequency[row], all.Recency[row], all.Age[row]);
        if (x < 0)
            throw Refusal(id, "frequency", x, "0 or more", "Count repeat purchases.");
        if (!(age >= 0 && age <= LongestAge))
            throw Refusal(id, "age T", age, Text($"a time from 0 to {LongestAge}"), "Leave out customers whose first purchase is after the end of observation, and count in days or weeks.");
        if (!(recency >= 0 && recency <= age))
            throw Refusal(id, "recency t_x", recency, Text($"a time between 0 and the age T = {age}"), "Measure both from the first purchase, and T to the end of observation.");
        if (x == 0 != (recency == 0))
            throw Refusal(id, "recency t_x", recency, Text($"{(x == 0 ? "0" : "more than 0")} with {x} repeat purchases"), "Merge purchases of one day, and count from the first.");
        if (all.Unit == TimeUnit.Opportunity && (recency != Math.Floor(recency) || age != Math.Floor(age)))
            throw Refusal(id, "opportunities", recency != Math.Floor(recency) ? recency : age, "a whole number", "Count opportunities, or use histories in days or weeks.");
        if (all.Unit == TimeUnit.Opportunity && x > recency)
            throw Refusal(id, "frequency", x, Text($"at most one purchase an opportunity, {recency}"), "Merge purchases of one opportunity.");
    }

    // In the currency of the export: sums over customers must not overflow.
    private const double LargestValue = 1e15;

    // Refunds can make a mean zero or negative; models of value refuse it, counts do not mind.
    private static void Value(string id, double value)
    {
        if (Math.Abs(value) > LargestValue)
            throw Refusal(id, "monetary value", value, Text($"an amount of at most {LargestValue}, or NaN where there is none"), "Leave the customer out or repair the amount.");
    }

    private static UserOpsException Refusal(string id, string what, double found, string needed, string remedy) =>
        new(Text($"Customer '{id}' has {what} {found}; {needed} is needed. {remedy}"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
