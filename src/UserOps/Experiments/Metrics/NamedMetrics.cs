using UserOps.Data;

namespace UserOps.Experiments.Metrics;

/// <summary>Metrics by the names that a notebook's parameters hold.</summary>
public static class NamedMetrics
{
    /// <summary>Metrics of an export: <c>revenue</c> and <c>orders</c> are means a user, the name of an event is the share of users who did it, any other name is a column of the exposures.</summary>
    /// <param name="data">The export.</param>
    /// <param name="names">The names, <c>a/b</c> for a ratio of sums such as <c>pay/checkout</c>; when empty, the share of users who order and the revenue a user.</param>
    /// <exception cref="MissingDataException">The export has no orders to measure.</exception>
    /// <exception cref="UserOpsException">There is no such event or column.</exception>
    public static IReadOnlyList<ExperimentMetric> Metrics(this Dataset data, params IReadOnlyList<string> names)
    {
        if (names.Count > 0)
            return [.. names.Select(name => Named(name, part => Counted(data, part)))];
        _ = data.Orders;
        return [new ExperimentMetric.Share("Users who order", new Measure.Orders()), Named("revenue", part => Counted(data, part))];
    }

    /// <summary>Metrics of a wide table: a column of yes and no, or of 1 and 0, is a share, one of numbers a mean.</summary>
    /// <param name="table">The table.</param>
    /// <param name="names">The columns, at least one; <c>a/b</c> for a ratio of sums.</param>
    /// <exception cref="UserOpsException">There is no such column of yes and no or of numbers.</exception>
    public static IReadOnlyList<ExperimentMetric> Metrics(this TypedTable table, params IReadOnlyList<string> names) =>
        [.. names.Select(name => Named(name, part => OfColumn(table.Get<Column>(part))))];

    /// <summary>Metrics of an export that must not get worse by more than their usual margin, by the same names.</summary>
    public static IReadOnlyList<ExperimentMetric> Guardrails(this Dataset data, params IReadOnlyList<string> names) => [.. (names.Count == 0 ? [] : data.Metrics(names)).Select(AsGuardrail)];

    /// <summary>Metrics of a wide table that must not get worse by more than their usual margin, by the same names.</summary>
    public static IReadOnlyList<ExperimentMetric> Guardrails(this TypedTable table, params IReadOnlyList<string> names) => [.. table.Metrics(names).Select(AsGuardrail)];

    private static ExperimentMetric AsGuardrail(ExperimentMetric metric) => metric with { Role = MetricRole.Guardrail };

    private static ExperimentMetric Named(string name, Func<string, ExperimentMetric> one) =>
        name.Split('/') is [var of, var per] ? new ExperimentMetric.Ratio($"{Words(of)} ÷ {Words(per)}", one(of).Measures[0], one(per).Measures[0]) : one(name);

    private static ExperimentMetric Counted(Dataset data, string name) => name switch
    {
        "revenue" => new ExperimentMetric.Mean("Revenue a user", new Measure.Revenue()),
        "orders" => new ExperimentMetric.Mean("Orders a user", new Measure.Orders()),
        _ when data.Has(TableKind.Events) && data.Events.CodeOf(name) >= 0 => new ExperimentMetric.Share($"Users who {Words(name)}", new Measure.Events(name)),
        _ => data.Table(TableKind.Exposures).TryGet<Column>(name, out var column) ? OfColumn(column)
            : throw new MissingDataException($"Neither an event nor a column of the exposures is named '{name}'. Name revenue, orders, an event or such a column."),
    };

    private static string Words(string name) => name.Replace('_', ' ');

    private static ExperimentMetric OfColumn(Column column) => column switch
    {
        FlagColumn => new ExperimentMetric.Share(column.Name, new Measure.Column(column.Name)),
        NumberColumn numbers when Array.TrueForAll(numbers.Values, value => value is 0 or 1 or double.NaN) => new ExperimentMetric.Share(column.Name, new Measure.Column(column.Name)),
        NumberColumn => new ExperimentMetric.Mean(column.Name, new Measure.Column(column.Name)),
        _ => throw new UserOpsException($"Column '{column.Name}' is a {column.GetType().Name}; numbers or yes and no are needed for a metric."),
    };
}
