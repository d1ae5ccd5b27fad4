using System.Globalization;
using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Budget;

/// <summary>What a plan spends on a channel.</summary>
/// <param name="Channel">The channel as it is now.</param>
/// <param name="Planned">What the plan spends.</param>
/// <param name="Bounds">The bounds within which it was looked for.</param>
public sealed record BudgetLine(BudgetChannel Channel, double Planned, SpendBounds Bounds)
{
    /// <summary>What the next step of money beyond the plan would bring.</summary>
    public required double NextStep { get; init; }

    /// <summary>The interval of <see cref="NextStep"/>; null without draws.</summary>
    public required Interval? NextStepInterval { get; init; }

    /// <summary>What the plan spends more, or less where negative.</summary>
    public double Change => Planned - Channel.Current;
}

/// <summary>The division of a budget that brings most, beside what is spent now.</summary>
public sealed record BudgetPlan : AnalysisResult
{
    // Of the budget: what nobody would move.
    private const double Nothing = 0.001;

    internal BudgetPlan() { }

    /// <summary>What was asked.</summary>
    public required BudgetDefinition Definition { get; init; }

    /// <summary>What may be spent in a period.</summary>
    public required double Budget { get; init; }

    /// <summary>The channels in the order given.</summary>
    public required IReadOnlyList<BudgetLine> Lines { get; init; }

    /// <summary>No division within the bounds brings more than this; <see cref="Response"/> is at most rounding below.</summary>
    public required double Bound { get; init; }

    /// <summary>The largest difference between what the last units of money bring where it could be moved, as a part of the largest; 0 at a best division.</summary>
    public required double KktResidual { get; init; }

    /// <summary>The same of what is spent now.</summary>
    public required double CurrentKktResidual { get; init; }

    /// <summary>The interval of <see cref="Gain"/>, this plan being kept; null without draws.</summary>
    public required Interval? GainInterval { get; init; }

    /// <summary>What the plan spends.</summary>
    public double Spend => Lines.Sum(line => line.Planned);

    /// <summary>What the plan brings in a period.</summary>
    public double Response => Lines.Sum(line => line.Channel.Curve.Response(line.Planned));

    /// <summary>What is brought now in a period.</summary>
    public double CurrentResponse => Lines.Sum(line => line.Channel.Curve.Response(line.Channel.Current));

    /// <summary>What the plan brings more than now.</summary>
    public double Gain => Response - CurrentResponse;

    /// <summary>The line of a channel.</summary>
    /// <exception cref="UserOpsException">There is no such channel; the message lists those there are.</exception>
    public BudgetLine this[string channel] => Lines.FirstOrDefault(line => line.Channel.Name == channel)
        ?? throw new UserOpsException($"No channel is named '{channel}'. The channels are: {string.Join(", ", Lines.Select(line => line.Channel.Name))}.");

    /// <summary>What to move from where to where, what it buys, and how sure that is.</summary>
    public string Decision => PlanWords.Decision(this, Nothing * Math.Max(Budget, Lines.Sum(line => line.Channel.Current)));

    /// <summary>The gain as a metric of the report.</summary>
    public Metric Metric => new("budget.gain", Gain, Definition.Outcome)
    {
        Label = $"Gain of the plan a {Definition.Per}",
        Interval = GainInterval,
        Definition = $"{Definition.Outcome} of the plan less that of today's division",
        Better = Direction.Up,
    };

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"The plan: {Definition.Money.Write(Budget)} a {Definition.Per}",
        [
            new("Channel", Format.Text), new("Now", Definition.Money), new("Least", Definition.Money), new("Most", Definition.Money), new("Plan", Definition.Money), new("Change", Format.Percent(0)),
            new("Brings now", Format.Count), new("Will bring", Format.Count), new($"Next {Format.Count.Write(Definition.Step)} buys", Format.Count), new("Lower", Format.Count), new("Upper", Format.Count),
        ],
        [
            .. Lines.Select(line => (object?[])
            [
                line.Channel.Name, line.Channel.Current, line.Bounds.Lower, line.Bounds.Upper, line.Planned, line.Channel.Current > 0 ? line.Change / line.Channel.Current : null,
                line.Channel.Curve.Response(line.Channel.Current), line.Channel.Curve.Response(line.Planned), line.NextStep, line.NextStepInterval?.Lower, line.NextStepInterval?.Upper,
            ]),
            ["All", Lines.Sum(line => line.Channel.Current), Lines.Sum(line => line.Bounds.Lower), Lines.Sum(line => line.Bounds.Upper), Spend, null, CurrentResponse, Response, null, null, null],
        ],
        $"{Definition.Outcome} a {Definition.Per} · proven best: no division within the bounds brings {Format.Percent(4).Write(Math.Max(0, Bound - Response) / Math.Max(Bound, double.Epsilon))} more · KKT residual "
            + string.Create(CultureInfo.InvariantCulture, $"{(KktResidual < 1e-12 ? "0" : $"{KktResidual:0e0}")} (now {CurrentKktResidual:0.##})")
            + (GainInterval is { } gain ? $" · {Caption.PerCent(gain.Level)} intervals" : ""));

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        "What is spent now and in the plan", [.. Lines.Select(line => line.Channel.Name)], new("Channel", Format.Text), new($"Spend a {Definition.Per}", Definition.Money),
        [new("Now", [.. Lines.Select(line => line.Channel.Current)]), new("Plan", [.. Lines.Select(line => line.Planned)])])
    { Horizontal = true, Subtitle = Decision };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => [Decision, .. PlanWords.Notes(this)];
}
