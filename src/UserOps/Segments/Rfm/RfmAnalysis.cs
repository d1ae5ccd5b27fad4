using UserOps.Data;

namespace UserOps.Segments.Rfm;

/// <summary>RFM: how lately, how often and for how much customers buy.</summary>
public static class RfmAnalysis
{
    /// <summary>Scores everyone who bought up to the reference date, and names what they are.</summary>
    /// <remarks>Frequency counts orders with an amount, money is net of all refunds in the export. A. M. Hughes (1994), "Strategic Database Marketing".</remarks>
    /// <exception cref="UserOpsException">The export has no orders, or the definition cannot be.</exception>
    /// <exception cref="InsufficientDataException">There are fewer than five customers, or values that do not differ cannot be cut into quintiles.</exception>
    public static RfmResult Rfm(this Dataset data, RfmDefinition? definition = null)
    {
        definition ??= new();
        definition.Check();
        var at = definition.At ?? data.Period.End.AddDays(-1);
        return Score(definition, RfmValues.Of(data, at, definition.WindowDays), at, null) with { OrdersAfter = OrdersAfter(data, at) };
    }

    /// <summary>Scores the customers of a table that states recency, frequency and money itself.</summary>
    /// <exception cref="UserOpsException">A column is missing, a value is missing or infinite, a count of orders is not whole, or an id repeats.</exception>
    /// <exception cref="InsufficientDataException">There are fewer than five customers, or values that do not differ cannot be cut into quintiles.</exception>
    public static RfmResult Rfm(this TypedTable customers, CustomerColumns columns, RfmDefinition? definition = null)
    {
        definition ??= new();
        definition.Check();
        if (definition.WindowDays is not null)
            throw new UserOpsException("A customer table cannot be cut to a window of days; leave WindowDays out, or open the orders as a dataset.");
        return Score(definition, columns.Read(customers), definition.At, null);
    }

    /// <summary>Who moved between the segments of two dates, both scored by the cut points of the later one.</summary>
    /// <param name="data">The export.</param>
    /// <param name="days">How long before the reference date the earlier one lies, 1 or more.</param>
    /// <param name="definition">The later date and how it is scored.</param>
    /// <exception cref="UserOpsException">The export has no orders, or the definition cannot be.</exception>
    /// <exception cref="InsufficientDataException">Nobody had bought by the earlier date, or RFM cannot be told at the later one.</exception>
    public static MigrationResult RfmMigration(this Dataset data, int days, RfmDefinition? definition = null)
    {
        var now = data.Rfm(definition);
        var earlier = now.At!.Value.AddDays(days >= 1 ? -days : throw new UserOpsException($"The earlier date cannot lie {days} days back; 1 day or more is needed."));
        var values = RfmValues.Of(data, earlier, now.Definition.WindowDays);
        if (values.Count == 0)
            throw new InsufficientDataException($"no customer by {earlier:yyyy-MM-dd}", "at least one", $"The data begin on {data.Period.Start:yyyy-MM-dd}; go back fewer days.");
        return RfmMigrations.Between(Score(now.Definition, values, earlier, now.Cuts), now);
    }

    private static RfmResult Score(RfmDefinition definition, RfmValues values, DateOnly? at, RfmCuts? cuts)
    {
        var sorted = RfmSorted.Of(values);
        cuts ??= RfmCuts.Of(definition, values, sorted);
        byte[] cells = new byte[values.Count];
        for (int i = 0; i < cells.Length; i++)
            cells[i] = (byte)cuts.Score(values.Recency[i], values.Frequency[i], values.Monetary[i]).Cell;
        return new(values, cells) { Definition = definition, At = at, Cuts = cuts, ValueLimits = RfmClasses.Limits(sorted.Monetary, definition) };
    }

    private static int OrdersAfter(Dataset data, DateOnly at)
    {
        long end = data.Calendar.StartOf(at.DayNumber + 1);
        int after = 0;
        for (int user = 0; user < data.Users.Count; user++)
            for (var orders = data.Orders[user]; orders.Length > 0 && orders[^1].Ticks >= end; orders = orders[..^1])
                after++;
        return after;
    }
}
