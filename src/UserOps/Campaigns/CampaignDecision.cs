using UserOps.Display;

namespace UserOps.Campaigns;

/// <summary>What to do next, in one sentence a campaign, from intervals and never from estimates alone.</summary>
public sealed record CampaignDecision : AnalysisResult
{
    private CampaignDecision(IReadOnlyList<(string Subject, string Verdict, string Why)> lines) => Lines = lines;

    /// <summary>For each subject what to do and why.</summary>
    public IReadOnlyList<(string Subject, string Verdict, string Why)> Lines { get; }

    /// <summary>Draws the conclusions from what was measured; what is null was not.</summary>
    /// <param name="holdOut">A campaign that was kept from some users by lot.</param>
    /// <param name="worth">A campaign that ran in some units alone.</param>
    /// <param name="fatigue">How messages are taken.</param>
    /// <exception cref="InsufficientDataException">Nothing was measured.</exception>
    public static CampaignDecision Of(HoldOutResult? holdOut, CampaignWorth? worth, ContactFatigueResult? fatigue)
    {
        List<(string, string, string)> lines = [];
        if (holdOut is not null)
            lines.AddRange(Coupon(holdOut));
        if (worth is not null)
            lines.Add((worth.Intervention.Name, Verdict(worth.Profit?.Interval), worth.Profit is { } profit ? $"profit {Words(profit.Value, profit.Interval)}" : "its cost is not known"));
        if (fatigue is not null)
            lines.Add(("Messages", fatigue.Cap.Messages switch { null => "no cap", 0 => "stop", { } cap => $"at most {cap} in seven days" }, $"{fatigue.Cap}; {fatigue.Definition.Terms}"));
        return lines.Count > 0 ? new(lines) : throw new InsufficientDataException("no campaign that was measured", "a hold-out, a campaign in some regions, or messages with outcomes", "Hold a tenth out by lot next time.");
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "What to do next", [new("About", Format.Text), new("Do", Format.Text), new("Because", Format.Text)], Lines.Select(line => new object?[] { line.Subject, line.Verdict, line.Why }),
        "repeat: the interval of the profit lies above 0 · stop: below 0 · test on: it holds 0");

    private static IEnumerable<(string, string, string)> Coupon(HoldOutResult result)
    {
        yield return (result.Name, !result.IsCostKnown ? "cost not known" : Verdict(result.Total.Profit.Interval), $"{(result.IsCostKnown ? "profit" : "margin before costs")} {Words(result.Total.Profit.Value, result.Total.Profit.Interval)}{Anyway(result.Total)}");
        foreach (var segment in result.Segments.Where(one => one.IsCounted && result.IsCostKnown))
            yield return ($"{result.Name}: {segment.Name}", Verdict(segment.Profit.Interval), $"profit {Words(segment.Profit.Value, segment.Profit.Interval)}");
    }

    private static string Anyway(HoldOutGroup group) => group.Cannibalised is { Value: > 0 and <= 1 and var share } ? $"; {Format.Percent(0).Write(share)} of the orders with the coupon would have come anyway" : "";

    private static string Verdict(Interval? profit) => profit switch { { Lower: > 0 } => "repeat", { Upper: < 0 } => "stop", _ => "test on" };

    private static string Words(double value, Interval? range) => Format.Count.Write(value) + (range is { } one ? $" {one.Write(Format.Count)}" : " (no interval)");
}
