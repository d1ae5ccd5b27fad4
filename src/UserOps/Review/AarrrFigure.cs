using UserOps.Display;

namespace UserOps.Review;

/// <summary>The stages of growth, in the order in which a user goes through them.</summary>
public enum AarrrStage
{
    /// <summary>Where new users come from.</summary>
    Acquisition,
    /// <summary>Whether they reach the moment that makes them users.</summary>
    Activation,
    /// <summary>Whether they come back.</summary>
    Retention,
    /// <summary>What they pay.</summary>
    Revenue,
    /// <summary>Whom they bring.</summary>
    Referral,
}

/// <summary>One line of the review: a key number, or a named blank with the reason.</summary>
/// <param name="Stage">The stage it belongs to.</param>
/// <param name="Figure">The number with its n, interval and definition; its value is null where the export cannot give it.</param>
/// <param name="MetricName">Its stable name, such as <c>retention.d7</c>.</param>
/// <param name="Unit">Its unit: <c>users</c>, <c>fraction</c>, <c>money</c>, <c>days</c> ….</param>
public sealed record AarrrFigure(AarrrStage Stage, Figure Figure, string MetricName, string Unit)
{
    /// <summary>Which way is good.</summary>
    public Direction Better { get; init; } = Direction.Up;

    /// <summary>What the export lacks; null where there is a value.</summary>
    public string? Missing { get; init; }

    /// <summary>The key number as a metric of a report; null where there is no value.</summary>
    public Metric? Metric => Figure.ToMetric(MetricName, Unit, Better);

    /// <summary>The line of a stage that the export cannot answer at all.</summary>
    internal static AarrrFigure Blank(AarrrStage stage, string? missing) =>
        new(stage, new(stage.ToString(), null, Format.Text, ""), $"{stage.ToString().ToLowerInvariant()}.missing", "") { Missing = missing };

    internal object?[] Row() =>
    [
        Stage.ToString(), Figure.Name, Figure.Value is { } value ? Figure.Format.Write(value) : null, Figure.Interval?.Write(Figure.Format), Figure.N,
        Figure.Value is null ? "Missing: " + Missing : Figure.Definition,
    ];
}
