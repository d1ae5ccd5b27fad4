namespace UserOps.Display;

/// <summary>What a notebook tells the report that is made of it.</summary>
public static class Report
{
    /// <summary>Names a key number: it is shown where it is called, and written to the report's metrics file.</summary>
    /// <param name="name">A stable name such as <c>retention.d7</c>.</param>
    /// <param name="value">The value; a rate is a fraction. NaN is refused.</param>
    /// <param name="unit">The unit, such as <c>users</c> or <c>fraction</c>.</param>
    /// <param name="label">What a reader calls it.</param>
    /// <param name="n">How many users, orders or events stand behind it.</param>
    /// <param name="interval">The interval of the estimate.</param>
    /// <param name="standardError">The standard error.</param>
    /// <param name="definition">One sentence that says how it is counted.</param>
    /// <param name="better">Which way is good.</param>
    /// <exception cref="ArgumentException">The value is not a finite number, or the name is empty.</exception>
    public static void Metric(
        string name, double value, string unit, string? label = null, long? n = null, Interval? interval = null,
        double? standardError = null, string? definition = null, Direction better = Direction.Neutral)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!double.IsFinite(value))
            throw new ArgumentException($"Metric '{name}' is {value}; a finite number is needed. Leave it out where there is too little data.", nameof(value));
        Output.Publish(new Metric(name, value, unit)
        {
            Label = label,
            N = n,
            Interval = interval,
            StandardError = standardError,
            Definition = definition,
            Better = better,
        });
    }

    /// <summary>Names several key numbers, such as all that a result has: they are shown, and written to the report's metrics file.</summary>
    public static void Metrics(IEnumerable<Metric> metrics)
    {
        foreach (var metric in metrics)
            Output.Publish(metric);
    }
}
