using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Budget;

/// <summary>The outcome by period, what the model says of it, and what it said of the periods that it had not seen.</summary>
internal sealed record MixOverTime : AnalysisResult
{
    public required MixResult Of { get; init; }

    public override Table ToTable() => new(
        "Outcome and model by year",
        [new("Year", Format.Plain), new("Periods", Format.Count), new("Outcome", Format.Count), new("Model", Format.Count), new("Mean error", Format.Percent())],
        Of.Dates.Index().GroupBy(day => day.Item.Year, day => day.Index).Select(year => (object?[])
        [
            year.Key, year.Count(), year.Sum(i => Of.Outcome[i]), year.Sum(i => Of.Fitted[i]), year.Average(i => Math.Abs(Of.Outcome[i] - Of.Fitted[i]) / Math.Abs(Of.Outcome[i])),
        ]),
        Of.Describe());

    public override Chart ToChart() => new LineChart(
        $"Outcome by {Of.Per}, and what the model says", [.. Of.Dates.Cast<object>()], new("", Format.Date), new($"{Of.Definition.Outcome} a {Of.Per}", Format.Count),
        [
            new("Outcome", Of.Outcome), new("Model", Of.Fitted),
            .. Of.HoldOut is null ? (Series[])[] : [new("Model that had not seen the end", [.. Of.Dates.Select((_, i) => Unseen(i) ?? double.NaN)])],
        ])
    { Subtitle = Of.Describe() };

    private double? Unseen(int period) => Of.HoldOut is { } judged && period - (Of.Dates.Count - judged.Periods) is >= 0 and var place ? judged.Predicted[place] : null;
}

/// <summary>How effects last and level off, by channel.</summary>
internal sealed record MixCurves : AnalysisResult
{
    private const int Points = 60;
    private const double Most = 3;

    public required MixResult Of { get; init; }

    public override Table ToTable() => new(
        "How effects last and level off",
        [
            new("Channel", Format.Text), new("Mean spend", Format.Count), new("Largest spend", Format.Count), new("Works for (× its own period)", Format.Number()), new("Most it can bring", Format.Count),
            new("Half of it at a spend of", Format.Count), new("Steepness", Format.Number()),
        ],
        Of.Channels.Select(channel => (object?[])
        [
            channel.Name, channel.Spend / Of.Dates.Count, channel.LargestSpend, channel.Curve.CarryOver, channel.Curve.Most, Half(channel.Curve) / channel.Curve.CarryOver,
            channel.Curve.Saturation is Saturation.Hill hill ? hill.Steepness : 1,
        ]),
        Of.Describe($"spend the same in every {Of.Per} · steepness above 1: S-shaped"));

    /// <summary>The curves up to what was spent at most: further out nobody has seen anything.</summary>
    public override Chart ToChart()
    {
        double[] multiples = [.. Enumerable.Range(0, Points + 1).Select(i => Most * i / Points)];
        return new LineChart(
            $"What a spend brings a {Of.Per}, by channel", [.. multiples.Cast<object>()], new("Spend as a multiple of the channel's mean", Format.Number(1)), new($"{Of.Definition.Outcome} a {Of.Per}", Format.Count),
            [.. Of.Channels.Select(channel => new Series(channel.Name, [.. multiples.Select(multiple => Response(channel, multiple * channel.Spend / Of.Dates.Count))]))])
        { Subtitle = $"each curve up to the largest spend seen · spend the same in every {Of.Per}" };
    }

    private static double Response(MixChannel channel, double spend) => spend <= channel.LargestSpend ? channel.Curve.Response(spend) : double.NaN;

    private static double Half(ResponseCurve curve) => curve.Saturation switch
    {
        Saturation.Hill hill => hill.Half,
        Saturation.MichaelisMenten menten => menten.Half,
        _ => double.NaN,
    };
}
