using System.Collections;

namespace UserOps.LifetimeValue;

/// <summary>The purchase histories of many customers as columns, checked: what every probability model of repeat buying is fitted to.</summary>
public sealed class CustomerHistories : IReadOnlyList<CustomerHistory>
{
    private readonly Lazy<Dictionary<string, int>> _rows;

    private CustomerHistories(TimeUnit unit, string[] ids, int[] frequency, double[] recency, double[] age, double[]? monetaryValue)
    {
        (Unit, Ids, Frequency, Recency, Age, MonetaryValue) = (unit, ids, frequency, recency, age, monetaryValue);
        HistoryChecks.Check(this);
        _rows = new(() => Enumerable.Range(0, ids.Length).ToDictionary(row => ids[row], StringComparer.Ordinal));
    }

    /// <summary>The unit of <see cref="Recency"/> and <see cref="Age"/>.</summary>
    public TimeUnit Unit { get; }

    /// <summary>The customers.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>Repeat purchases x by customer.</summary>
    public IReadOnlyList<int> Frequency { get; }

    /// <summary>Time from first to last purchase t_x by customer; 0 without a repeat purchase.</summary>
    public IReadOnlyList<double> Recency { get; }

    /// <summary>Time from first purchase to the end of observation T by customer.</summary>
    public IReadOnlyList<double> Age { get; }

    /// <summary>Mean value of the repeat purchases by customer, NaN without any; null where amounts are not known.</summary>
    public IReadOnlyList<double>? MonetaryValue { get; }

    /// <inheritdoc/>
    public int Count => Ids.Count;

    /// <inheritdoc/>
    public CustomerHistory this[int index] => new(Ids[index], Frequency[index], Recency[index], Age[index], MonetaryValue?[index] ?? double.NaN);

    /// <summary>The history of a customer.</summary>
    /// <exception cref="UserOpsException">There is no such customer.</exception>
    public CustomerHistory this[string id] => _rows.Value.TryGetValue(id, out int row)
        ? this[row]
        : throw new UserOpsException($"There is no customer '{id}' among the {Count} histories; ids are compared letter by letter.");

    /// <summary>Makes histories of columns of equal length.</summary>
    /// <param name="unit">The unit of recency and age.</param>
    /// <param name="ids">The customers, each once.</param>
    /// <param name="frequency">Repeat purchases, whole numbers of 0 or more.</param>
    /// <param name="recency">Time from first to last purchase: 0 exactly where frequency is 0.</param>
    /// <param name="age">Time from first purchase to the end of observation, not below recency.</param>
    /// <param name="monetaryValue">Mean value of the repeat purchases, NaN without any; null where amounts are not known.</param>
    /// <exception cref="UserOpsException">A value is impossible; the message names the customer, what was found and what is needed.</exception>
    public static CustomerHistories FromColumns(
        TimeUnit unit, IReadOnlyList<string> ids, IReadOnlyList<double> frequency, IReadOnlyList<double> recency, IReadOnlyList<double> age,
        IReadOnlyList<double>? monetaryValue = null)
    {
        HistoryChecks.SameLength(ids.Count, frequency.Count, recency.Count, age.Count, monetaryValue?.Count);
        int[] whole = [.. frequency.Select((x, row) => HistoryChecks.Whole(ids[row], x))];
        return new(unit, [.. ids], whole, [.. recency], [.. age], monetaryValue is null ? null : [.. monetaryValue]);
    }

    /// <summary>Makes histories of records.</summary>
    /// <exception cref="UserOpsException">A value is impossible; the message names the customer, what was found and what is needed.</exception>
    public static CustomerHistories From(TimeUnit unit, IEnumerable<CustomerHistory> customers)
    {
        CustomerHistory[] all = [.. customers];
        double[] values = [.. all.Select(one => one.MonetaryValue)];
        return new(unit, [.. all.Select(one => one.Id)], [.. all.Select(one => one.Frequency)], [.. all.Select(one => one.Recency)],
            [.. all.Select(one => one.Age)], Array.TrueForAll(values, double.IsNaN) ? null : values);
    }

    /// <summary>The histories of the customers that meet a condition.</summary>
    public CustomerHistories Where(Func<CustomerHistory, bool> condition) => From(Unit, Enumerable.Where(this, condition));

    /// <inheritdoc/>
    public IEnumerator<CustomerHistory> GetEnumerator()
    {
        for (int row = 0; row < Count; row++)
            yield return this[row];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
