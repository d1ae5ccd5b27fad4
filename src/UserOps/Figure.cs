using UserOps.Display;

namespace UserOps;

/// <summary>One key figure of an answer, with what a reader needs beside it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Value">Its value, a rate as a fraction; null where the data cannot tell.</param>
/// <param name="Format">How it is printed.</param>
/// <param name="Definition">How it is counted, in one phrase.</param>
public sealed record Figure(string Name, double? Value, Format Format, string Definition)
{
    /// <summary>Its interval, where it is an estimate.</summary>
    public Interval? Interval { get; init; }

    /// <summary>How many users, orders or pairs stand behind it.</summary>
    public long? N { get; init; }

    /// <summary>Computes what a comparison with another run needs; null where nothing is known beyond the interval.</summary>
    internal Func<MetricEvidence?>? Evidence { get; init; }

    /// <summary>The figure as a named metric of a report; null where it is blank.</summary>
    /// <param name="name">A stable name such as <c>revenue.arpu</c>.</param>
    /// <param name="unit">The unit, such as <c>fraction</c> or <c>CNY</c>.</param>
    /// <param name="better">Which way is good.</param>
    public Metric? ToMetric(string name, string unit, Direction better = Direction.Neutral) =>
        Value is { } value ? new(name, value, unit) { Label = Name, N = N, Interval = Interval, Definition = Definition, Better = better, Evidence = Evidence } : null;

    /// <summary>Figures of several units as one table; values are printed by their own format.</summary>
    internal static Table Table(string title, IEnumerable<Figure> figures, string caption) => new(
        title,
        [
            new("Figure", Format.Text), new("Value", Format.Text), new("Lower", Format.Text), new("Upper", Format.Text),
            new("n", Format.Count), new("Definition", Format.Text),
        ],
        figures.Select(figure => new object?[]
        {
            figure.Name, Print(figure, figure.Value), Print(figure, figure.Interval?.Lower), Print(figure, figure.Interval?.Upper), figure.N, figure.Definition,
        }),
        caption);

    private static string? Print(Figure figure, double? value) => value is null ? null : figure.Format.Write(value);
}
