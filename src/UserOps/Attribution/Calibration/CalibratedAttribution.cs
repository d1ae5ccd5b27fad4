using UserOps.Display;

namespace UserOps.Attribution;

/// <summary>Credit after channels with an experiment were set to what the experiment measured.</summary>
/// <remarks>A measured channel gets its measured conversions; what remains of all conversions goes to the others in proportion to their credit before.</remarks>
public sealed record CalibratedAttribution : AnalysisResult
{
    internal CalibratedAttribution() { }

    /// <summary>The credit before.</summary>
    public required RuleCredit Before { get; init; }

    /// <summary>The credit after, in the same order; intervals are those of the experiments.</summary>
    public required IReadOnlyList<ChannelCredit> Credits { get; init; }

    /// <summary>The experiments.</summary>
    public required IReadOnlyList<MeasuredEffect> Effects { get; init; }

    /// <summary>The journeys whose credit it is.</summary>
    public required CustomerJourneys Journeys { get; init; }

    /// <summary>How many conversions a rule must credit a measured channel with for each one that the experiment found; 1 is right. Null where the experiment found none.</summary>
    public double? Overstatement(string channel) =>
        Effects.FirstOrDefault(effect => effect.Definition.Channel == channel) is { Conversions: > 0 } effect ? Before[channel].Conversions / effect.Conversions : null;

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"{Before.Rule.Name}, calibrated to experiments",
        [
            new("Channel", Format.Text), new("Credited before", Format.Number(1)), new("Measured", Format.Number(1)), new("Lower", Format.Number(1)), new("Upper", Format.Number(1)),
            new("Credited after", Format.Number(1)), new("Share after", Format.Percent()),
        ],
        Credits.Select((credit, i) => Effects.FirstOrDefault(effect => effect.Definition.Channel == credit.Channel) is { } effect
            ? (object?[])[credit.Channel, Before.Credits[i].Conversions, effect.Conversions, effect.Interval.Lower, effect.Interval.Upper, credit.Conversions, credit.Share]
            : [credit.Channel, Before.Credits[i].Conversions, null, null, null, credit.Conversions, credit.Share]),
        Journeys.Describe("a measured channel gets its measured conversions, the others share the rest in proportion to their credit before"));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Effects.SelectMany(effect => effect.Notes.Select(note => $"{effect.Definition.Channel}: {note}")),
        "The rest still holds all conversions that would have come without any channel.",
    ];
}
