using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Budget;

/// <summary>What the spend on each channel brought, with curves to divide a budget by; the parts show the fit and what lasts how long.</summary>
public sealed record MixResult : AnalysisResult
{
    internal MixResult() { }

    /// <summary>What was asked.</summary>
    public required MixDefinition Definition { get; init; }

    /// <summary>The first day of each period.</summary>
    public required IReadOnlyList<DateOnly> Dates { get; init; }

    /// <summary>Days of a period.</summary>
    public required int StepDays { get; init; }

    /// <summary>The outcome of each period.</summary>
    public required IReadOnlyList<double> Outcome { get; init; }

    /// <summary>What the model says of each period.</summary>
    public required IReadOnlyList<double> Fitted { get; init; }

    /// <summary>The channels in the order of the question.</summary>
    public required IReadOnlyList<MixChannel> Channels { get; init; }

    /// <summary>How well it says what it has not seen; null where nothing was or could be held out.</summary>
    public required MixHoldOut? HoldOut { get; init; }

    internal IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The part of the outcome's variance that the model explains, a fraction.</summary>
    public double RSquared
    {
        get
        {
            double mean = Outcome.Average();
            return 1 - Outcome.Zip(Fitted, (actual, value) => (actual - value) * (actual - value)).Sum() / Outcome.Sum(value => (value - mean) * (value - mean));
        }
    }

    /// <summary>The channel of this name.</summary>
    /// <exception cref="UserOpsException">There is none; the message lists those there are.</exception>
    public MixChannel this[string name] => Channels.FirstOrDefault(channel => channel.Name == name)
        ?? throw new UserOpsException($"No channel is named '{name}'. The channels are: {string.Join(", ", Channels.Select(channel => channel.Name))}.");

    /// <summary>The word for a period.</summary>
    public string Per => StepDays switch { 1 => "day", 7 => "week", _ => "period" };

    /// <summary>The channels with their curves, ready to divide a budget; spend now is the mean of the last periods.</summary>
    /// <param name="recent">How many of the last periods; all where there are fewer.</param>
    public IReadOnlyList<BudgetChannel> ForBudget(int recent = 52) =>
        [.. Channels.Select(channel => new BudgetChannel(channel.Name, channel.SpendByPeriod.TakeLast(Math.Max(1, recent)).Average(), channel.Curve) { Draws = channel.Draws })];

    /// <summary>The hold-out error as a metric of the report; null where nothing was held out.</summary>
    public Metric? Error => HoldOut is { } judged
        ? new("budget.holdout_error", judged.Error, "fraction") { Label = "Error on unseen weeks", N = judged.Periods, Definition = "mean absolute error ÷ outcome on the periods held out (MAPE)", Better = Direction.Down } : null;

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => [new MixOverTime { Of = this }, new MixCurves { Of = this }];

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "What the channels brought",
        [
            new("Channel", Format.Text), new("Spend", Format.Count), new("Brought", Format.Count), new("Lower", Format.Count), new("Upper", Format.Count), new("of the outcome", Format.Percent()),
            new("A unit brought", Format.Number()), new("Lower ", Format.Number()), new("Upper ", Format.Number()), new("One more brings", Format.Number()),
        ],
        Channels.Select(channel => (object?[])
        [
            channel.Name, channel.Spend, channel.Contribution.Value, channel.Contribution.Interval?.Lower, channel.Contribution.Interval?.Upper, channel.Contribution.Value / Outcome.Sum(),
            channel.Return.Value, channel.Return.Interval?.Lower, channel.Return.Interval?.Upper, channel.Marginal.Value,
        ]),
        Describe(Definition.Replicates > 0 ? $"{Caption.PerCent(Definition.Level)} intervals from {Definition.Replicates} draws of blocks of {MixDraws.Block} residuals" : ""));

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        "What a unit of money brought, by channel", [.. Channels.Select(channel => channel.Name)], new("Channel", Format.Text), new($"{Definition.Outcome} for a unit of money", Format.Number(1)),
        [
            new("On average", [.. Channels.Select(channel => channel.Return.Value)])
            {
                Lower = Definition.Replicates > 0 ? [.. Channels.Select(channel => channel.Return.Interval!.Value.Lower)] : [],
                Upper = Definition.Replicates > 0 ? [.. Channels.Select(channel => channel.Return.Interval!.Value.Upper)] : [],
            },
            new("One more", [.. Channels.Select(channel => channel.Marginal.Value)]),
        ])
    { Horizontal = true, Subtitle = $"n = {Caption.Count(Dates.Count)} {Per}s · {Caption.PerCent(Definition.Level)} intervals" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. HoldOut is { } judged
            ? (string[])[$"Unseen, the last {judged.Periods} {Per}s: mean error {Format.Percent().Write(judged.Error)}"
                + (judged.NaiveError is { } naive ? $", of the same {Per} a year before {Format.Percent().Write(naive)}{(judged.Error > naive ? ": the model foretells worse than last year does, so trust its split as little" : "")}." : ".")]
            : ["Nothing was held out, so nobody knows how well the model says what it has not seen."],
        .. Weak.Length > 0 ? (string[])[$"Not told from nothing, since the interval reaches down to it: {string.Join(", ", Weak)}."] : [],
        .. Remarks,
        "A fit of what rose and fell together is no experiment: where spend followed expected sales, the model credits it with them. Hold one channel back in some regions and compare.",
    ];

    internal string Describe(params IEnumerable<string> more) => string.Join(" · ", (string[])
    [
        $"n = {Caption.Count(Dates.Count)} {Per}s, {Format.Date.Write(Dates[0])} to {Format.Date.Write(Dates[^1])}", $"R² {Format.Number().Write(RSquared)}", .. more.Where(words => words.Length > 0),
    ]);

    private string[] Weak => [.. Channels.Where(channel => channel.Contribution.Interval is { } interval && interval.Lower <= 0.0005 * Outcome.Sum()).Select(channel => channel.Name)];
}
