using UserOps.Display;

namespace UserOps.Budget;

/// <summary>A channel that money can be spent on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Current">What is spent on it in a period now, zero or more.</param>
/// <param name="Curve">What it brings for what is spent.</param>
public sealed record BudgetChannel(string Name, double Current, ResponseCurve Curve)
{
    /// <summary>Curves as they might have been estimated from other data of the same kind; the same number for every channel, since they belong together. Empty: no intervals.</summary>
    public IReadOnlyList<ResponseCurve> Draws { get; init; } = [];
}

/// <summary>How little and how much may be spent on a channel.</summary>
/// <param name="Lower">At least so much, zero or more.</param>
/// <param name="Upper">At most so much, not below <paramref name="Lower"/>.</param>
public sealed record SpendBounds(double Lower, double Upper);

/// <summary>What is to be spent, and within which bounds.</summary>
public sealed record BudgetDefinition
{
    /// <summary>What may be spent in a period; as much as now when null.</summary>
    public double? Total { get; init; }

    /// <summary>The least to spend on a channel, as a part of what is spent now; a fraction.</summary>
    public double LeastOfCurrent { get; init; } = 0.7;

    /// <summary>The most to spend on a channel, as a multiple of what is spent now.</summary>
    public double MostOfCurrent { get; init; } = 1.5;

    /// <summary>Bounds of single channels by name, instead of parts of what is spent now.</summary>
    public IReadOnlyDictionary<string, SpendBounds> Bounds { get; init; } = new Dictionary<string, SpendBounds>();

    /// <summary>The step of the question what more money would bring.</summary>
    public double Step { get; init; } = 1000;

    /// <summary>The period that a spend is for, such as <c>week</c>.</summary>
    public string Per { get; init; } = "week";

    /// <summary>What channels bring, such as <c>revenue</c>.</summary>
    public string Outcome { get; init; } = "response";

    /// <summary>The sign of the currency; may be empty.</summary>
    public string Currency { get; init; } = "";

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;

    internal Format Money => Format.Money(Currency, digits: 0);
}
