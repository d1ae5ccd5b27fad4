using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Campaigns;

/// <summary>What each cap on messages in seven days would have let through.</summary>
public sealed record ContactCaps : AnalysisResult
{
    internal ContactCaps() { }

    internal ContactFatigueResult Of { get; init; } = null!;

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Value by frequency cap", [new("Cap in seven days", Format.Text), new("Net value of the messages sent", Format.Money()), new("Against sending all", Format.Money())],
        Of.Cap.ByCap.Select((value, cap) => new object?[] { Name(cap), value, value - Of.Cap.ByCap[^1] }),
        $"{Of.Small} · best: {Of.Cap}");

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        "Net value by frequency cap", [.. Of.Cap.ByCap.Select((_, cap) => Name(cap))], new("Most messages in seven days", Format.Text), new("Net value of the messages sent", Format.Count), [new("Net value", Of.Cap.ByCap)])
    { Subtitle = $"best: {Of.Cap} · {Of.Definition.Terms}" };

    private string Name(int cap) => cap == Of.Cap.ByCap.Count - 1 ? "no cap" : $"{cap}";
}

/// <summary>How rates change with each further message, and at night.</summary>
public sealed record ContactTrends : AnalysisResult
{
    internal ContactTrends() { }

    internal ContactFatigueResult Of { get; init; } = null!;

    /// <summary>The trends that could be estimated.</summary>
    public IReadOnlyList<Figure> Figures => [.. new[] { Of.OpenFatigue, Of.AnnoyanceGrowth, Of.NightOpens, Of.NightUnsubscribes }.OfType<Figure>()];

    /// <inheritdoc/>
    public override Table ToTable() => Figure.Table("Fatigue and quiet hours in four numbers", Figures, $"log-linear rates, both together, errors clustered on users · night {Of.Definition.NightFrom}:00 to {Of.Definition.NightTo}:00 · {Of.Small}");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        Of.NightUnsubscribes is { Interval.Lower: > 1 } ? "At night more users unsubscribe: keep these hours quiet." : "That more users unsubscribe at night cannot be told from chance here.",
    ];
}

/// <summary>How messages are taken by the time at which they come.</summary>
public sealed record ContactTimes : AnalysisResult
{
    private readonly string _kind;
    private readonly IReadOnlyList<ContactRates> _rates;
    private readonly ContactFatigueResult _of;

    internal ContactTimes(string kind, IReadOnlyList<ContactRates> rates, ContactFatigueResult of) => (_kind, _rates, _of) = (kind, rates, of);

    /// <inheritdoc/>
    public override Table ToTable() => ContactRates.Table($"How messages are taken: {char.ToLowerInvariant(_kind[0])}{_kind[1..]}", _kind, _rates, _of.Small);
}
