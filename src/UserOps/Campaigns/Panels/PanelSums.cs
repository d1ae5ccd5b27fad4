using UserOps.Data;

namespace UserOps.Campaigns;

/// <summary>Adds up a measure by group and step.</summary>
internal sealed class PanelSums(Dataset data, GroupCodes groups, PanelSteps steps)
{
    public double[][] Of(PanelMeasure measure) => measure switch
    {
        PanelMeasure.Events events => Count(events.Name, distinct: false),
        PanelMeasure.ActiveUsers users => Count(users.Name, distinct: true),
        PanelMeasure.NewUsers => NewUsers(),
        PanelMeasure.Orders => Orders(order => order.Amount > 0 ? 1 : 0),
        _ => Orders(order => order.Net),
    };

    /// <summary>How many users each group has.</summary>
    public int[] Members()
    {
        int[] members = new int[groups.Names.Count];
        for (int user = 0; user < data.Users.Count; user++)
            members[groups[user]]++;
        return members;
    }

    /// <summary>Users first seen up to the end of each step.</summary>
    public double[][] KnownUsers()
    {
        double[][] known = Zeros();
        long[] ends = [.. Enumerable.Range(0, steps.Count).Select(steps.EndOf)];
        for (int user = 0; user < data.Users.Count; user++)
            if (data.FirstSeen.Ticks[user] is var seen && seen != TimeColumn.Missing)
                for (int step = ends.Length - 1; step >= 0 && seen < ends[step]; step--)
                    known[groups[user]][step]++;
        return known;
    }

    private double[][] Count(string name, bool distinct)
    {
        if (data.Activity.CodeOf(name) < 0)
            throw new MissingDataException($"No event is named '{name}'. The events are: {string.Join(", ", data.Activity.EventNames.Order(StringComparer.Ordinal).Take(20))}.");
        double[][] sums = Zeros();
        var events = data.Activity.Named(name);
        for (int user = 0; user < data.Users.Count; user++)
        {
            int last = -1;
            foreach (var e in events[user])
                if (steps.Of(e.Ticks) is >= 0 and var step && (!distinct || step != last))
                    sums[groups[user]][last = step]++;
        }
        return sums;
    }

    private double[][] NewUsers()
    {
        double[][] sums = Zeros();
        for (int user = 0; user < data.Users.Count; user++)
            if (steps.Of(data.FirstSeen.Ticks[user]) is >= 0 and var step)
                sums[groups[user]][step]++;
        return sums;
    }

    private double[][] Orders(Func<Order, double> value)
    {
        double[][] sums = Zeros();
        foreach (var order in data.Orders.All())
            if (steps.Of(order.Ticks) is >= 0 and var step)
                sums[groups[order.User]][step] += value(order);
        return sums;
    }

    private double[][] Zeros() => [.. groups.Names.Select(_ => new double[steps.Count])];
}
