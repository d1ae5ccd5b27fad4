namespace UserOps.Attribution;

/// <summary>An experiment that tells what a channel really brings: who got it by lot, and who did not.</summary>
/// <param name="Experiment">The experiment, as the table of exposures names it.</param>
/// <param name="Channel">The channel of the journeys that it measures.</param>
public sealed record MeasuredEffectDefinition(string Experiment, string Channel)
{
    /// <summary>The variant that was left alone; the first usual name (control, holdout, 对照 …) when null.</summary>
    public string? Control { get; init; }

    /// <summary>How many days of 24 hours after the assignment conversions count, at least 1.</summary>
    public int Days { get; init; } = 14;

    /// <summary>The event that is the conversion, as in <see cref="JourneyDefinition.Conversion"/>.</summary>
    public string? Conversion { get; init; }

    /// <summary>The confidence level of the interval, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;
}
