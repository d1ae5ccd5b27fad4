using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Campaigns;

/// <summary>The greatest number of messages in seven days that still pays.</summary>
/// <param name="Messages">How many; 0: no message pays. Null where no cap pays within what was sent.</param>
/// <param name="Interval">The caps that other users of the kind might have given; infinite above where no cap may be needed.</param>
/// <param name="ByCap">The value of all messages that each cap would have let through, from a cap of 0 on; the last is without a cap.</param>
/// <param name="Gain">What the cap would have gained over sending all.</param>
/// <remarks>
/// Each message is valued by itself: that a message left out makes the next ones more welcome is not counted, so the gain is a lower bound. The cap is chosen and valued on the same
/// messages, which flatters it a little. Intervals draw users with replacement.
/// </remarks>
public sealed record FrequencyCap(int? Messages, Interval? Interval, IReadOnlyList<double> ByCap, Estimate Gain)
{
    private const int Replicates = 400;

    internal static FrequencyCap Of(IReadOnlyList<Message> messages, ContactFatigueDefinition terms)
    {
        double[][] byUser = ByUser(messages, terms);
        double[] all = Cumulative(byUser, Enumerable.Repeat(1, byUser.Length).ToArray());
        int best = Best(all);
        double[][] drawn = Bootstrap.Estimates(byUser.Length, Replicates, terms.Seed, times =>
        {
            double[] sums = Cumulative(byUser, times);
            return [Best(sums), sums[best] - sums[^1]];
        });
        double Open(double cap) => cap >= all.Length - 1 ? double.PositiveInfinity : cap;
        var caps = Bootstrap.Percentile(drawn.Select(one => one[0]), terms.Level);
        return new(
            best == all.Length - 1 ? null : best, caps is { } range ? new(Math.Floor(range.Lower), Open(Math.Ceiling(range.Upper)), terms.Level) : null, all,
            new(all[best] - all[^1], Bootstrap.Percentile(drawn.Select(one => one[1]), terms.Level)));
    }

    /// <summary>The cap in words.</summary>
    public override string ToString()
    {
        string range = Interval is { } one ? FormattableString.Invariant($" ({one.Lower} to {(double.IsFinite(one.Upper) ? one.Upper : "no cap")})") : "";
        return Messages switch
        {
            null => "no cap pays" + range,
            0 => "no message pays" + range,
            _ => $"{Messages} in seven days{range}",
        };
    }

    // The value of each user's messages by how many came before.
    private static double[][] ByUser(IReadOnlyList<Message> messages, ContactFatigueDefinition terms)
    {
        List<double[]> users = [];
        for (int i = 0; i < messages.Count; i++)
        {
            if (i == 0 || messages[i].User != messages[i - 1].User)
                users.Add(new double[terms.Most + 1]);
            users[^1][Math.Min(terms.Most, messages[i].Before)] += ContactRates.ValueOf(messages[i], terms);
        }
        return [.. users];
    }

    // Entry k: what a cap of k messages lets through.
    private static double[] Cumulative(double[][] byUser, ReadOnlySpan<int> times)
    {
        double[] sums = new double[byUser[0].Length + 1];
        for (int user = 0; user < byUser.Length; user++)
            for (int before = 0; before < byUser[user].Length && times[user] > 0; before++)
                sums[before + 1] += times[user] * byUser[user][before];
        for (int cap = 1; cap < sums.Length; cap++)
            sums[cap] += sums[cap - 1];
        return sums;
    }

    // Of equal caps the widest: a cap that stops nobody is none.
    private static int Best(double[] sums)
    {
        int best = 0;
        for (int cap = 1; cap < sums.Length; cap++)
            best = sums[cap] >= sums[best] ? cap : best;
        return best;
    }
}
