using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Attribution;

/// <summary>The conversions that a channel brought beyond those that would have come anyway, as an experiment measured them.</summary>
public sealed record MeasuredEffect : AnalysisResult
{
    internal MeasuredEffect() { }

    /// <summary>What was asked.</summary>
    public required MeasuredEffectDefinition Definition { get; init; }

    /// <summary>Conversions of those who got the channel.</summary>
    public required MeanSums Treated { get; init; }

    /// <summary>Conversions of those who were left alone.</summary>
    public required MeanSums Control { get; init; }

    /// <summary>Conversions a user that the channel brought.</summary>
    public double PerUser => Treated.Mean!.Value - Control.Mean!.Value;

    /// <summary>Conversions that the channel brought among all who got it; negative where it cost some.</summary>
    public double Conversions => PerUser * Treated.Count;

    /// <summary>The interval of <see cref="Conversions"/>: Welch's, times those who got it.</summary>
    public required Interval Interval { get; init; }

    /// <summary>The conversions brought, to compare with a planted truth.</summary>
    public Figure ToFigure() => new(Definition.Channel, Conversions, Format.Number(1), "conversions of those who got it beyond those of as many who did not") { Interval = Interval, N = Treated.Count + Control.Count };

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"What {Definition.Channel} brought, measured by {Definition.Experiment}",
        [
            new("Group", Format.Text), new("Users", Format.Count), new("Conversions", Format.Count), new("a user", Format.Number(4)), new("Lower", Format.Number(1)), new("Upper", Format.Number(1)),
        ],
        [
            ["Got it", Treated.Count, Treated.Sum, Treated.Mean, null, null],
            ["Left alone", Control.Count, Control.Sum, Control.Mean, null, null],
            ["Brought", Treated.Count, Conversions, PerUser, Interval.Lower, Interval.Upper],
        ],
        $"n = {Caption.Count(Treated.Count + Control.Count)} users · conversions within {Definition.Days} days of the assignment · {Caption.PerCent(Interval.Level)} Welch interval of the conversions brought");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => Interval.Contains(0)
        ? ["The interval holds 0: the experiment is too small to tell whether the channel brings conversions at all."] : [];
}
