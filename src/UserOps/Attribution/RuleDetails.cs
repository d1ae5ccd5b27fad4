using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Attribution;

/// <summary>One rule in full: shares with intervals, value, removal effects.</summary>
internal sealed record RuleDetails : AnalysisResult
{
    public required AttributionResult Of { get; init; }

    public required RuleCredit Credit { get; init; }

    private bool HasValues => Credit.Credits.Any(one => one.Value is not null);

    private bool HasRemovals => Credit.Credits.Any(one => one.RemovalEffect is not null);

    public override Table ToTable() => new(
        $"{Credit.Rule.Name}: shares with intervals",
        [
            new("Channel", Format.Text), new("Conversions", Format.Number(1)), new("Share", Format.Percent()), new("Lower", Format.Percent()), new("Upper", Format.Percent()),
            .. HasRemovals ? (TableColumn[])[new("Removal effect", Format.Percent())] : [], .. HasValues ? (TableColumn[])[new("Value", Format.Money(digits: 0))] : [],
        ],
        Credit.Credits.Select(one => (object?[])
        [
            one.Channel, one.Conversions, one.Share, one.ShareInterval?.Lower, one.ShareInterval?.Upper,
            .. HasRemovals ? (object?[])[one.RemovalEffect] : [], .. HasValues ? (object?[])[one.Value] : [],
        ]),
        Of.Journeys.Describe(
            HasRemovals ? "removal effect: the part of all conversions lost if the channel led nowhere" : "",
            Of.Definition.Replicates > 0
                ? $"{Caption.PerCent(Of.Definition.Level)} intervals from {Of.Definition.Replicates} resamples of {(Of.Journeys.Paths.Users is null ? "journeys" : "users")}" : ""));

    public override Chart ToChart() => new BarChart(
        $"Share of the credit by {Credit.Rule.Name}", [.. Credit.Credits.Select(one => one.Channel)], new("Channel", Format.Text), new("Share of conversions", Format.Percent(0)),
        [
            new("Share", [.. Credit.Credits.Select(one => one.Share)])
            {
                Lower = Credit.Credits.Any(one => one.ShareInterval is null) ? [] : [.. Credit.Credits.Select(one => one.ShareInterval!.Value.Lower)],
                Upper = Credit.Credits.Any(one => one.ShareInterval is null) ? [] : [.. Credit.Credits.Select(one => one.ShareInterval!.Value.Upper)],
            },
        ])
    { Horizontal = true, Subtitle = $"n = {Caption.Count(Of.Journeys.N)} journeys · {Caption.PerCent(Of.Definition.Level)} intervals" };
}
