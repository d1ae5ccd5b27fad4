using UserOps.Display;

namespace UserOps.Campaigns;

/// <summary>Asks for an effect where there was none.</summary>
public static class PlaceboAnalysis
{
    /// <summary>The methods asked for campaigns that never were: of the same length, before the true one, one after the other. A method that finds effects there finds them anywhere.</summary>
    /// <param name="panel">The measure by unit and step.</param>
    /// <param name="intervention">The true campaign; only what lies before it is used.</param>
    /// <param name="method">The method, such as <c>(panel, when) => panel.CausalImpact(when).Incremental</c>.</param>
    /// <param name="most">How many campaigns to make up at most.</param>
    /// <exception cref="InsufficientDataException">The time before is too short for a single one.</exception>
    public static PlacebosInTime PlacebosInTime(this Panel panel, Intervention intervention, Func<Panel, Intervention, IncrementalEffect> method, int most = 6)
    {
        List<(DateOnly Start, IncrementalEffect Effect)> found = [];
        string reason = "";
        for (int back = 1; back <= most; back++)
        {
            var moved = intervention.MovedTo(intervention.Period.Start.AddDays(-back * intervention.Period.Days));
            try
            {
                found.Add((moved.Period.Start, method(panel, moved)));
            }
            catch (InsufficientDataException problem)
            {
                reason = problem.Message;
                break;
            }
        }
        var real = method(panel, intervention);
        if (real.Lift is null)
            throw new InsufficientDataException("a true campaign without a lift", "a lift to hold placebos against", "Without the campaign there may have been 0 or less: take another measure.");
        return found.Count > 0 ? new() { Intervention = intervention, Real = real, Placebos = [.. found.OrderBy(one => one.Start)] } : throw new InsufficientDataException(
            "no time for a placebo before the campaign", "twice the campaign's length and more", $"The first one failed: {reason}");
    }
}

/// <summary>Effects found where there was no campaign, beside the true one.</summary>
public sealed record PlacebosInTime : AnalysisResult
{
    internal PlacebosInTime() { }

    internal Intervention Intervention { get; init; } = null!;

    /// <summary>The effect of the true campaign.</summary>
    public required IncrementalEffect Real { get; init; }

    /// <summary>The made-up campaigns by their first day.</summary>
    public required IReadOnlyList<(DateOnly Start, IncrementalEffect Effect)> Placebos { get; init; }

    /// <summary>How many of the made-up campaigns have an interval without 0.</summary>
    public int FalseAlarms => Placebos.Count(one => one.Effect.Interval?.Contains(0) == false);

    /// <summary>The share of all campaigns, the true one included, with a lift at least as far from 0.</summary>
    public double PValue => (1.0 + Placebos.Count(one => Size(one.Effect) >= Size(Real))) / (Placebos.Count + 1);

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"Placebos in time: {Real.Method}",
        [new("Began", Format.Date), new("Campaign", Format.Text), new("Lift", Format.Percent()), new("Lower", Format.Percent()), new("Upper", Format.Percent()), new("Finds an effect", Format.Flag)],
        Placebos.Select(one => Row(one.Start, "made up", one.Effect)).Append(Row(Intervention.Period.Start, "true", Real)),
        FormattableString.Invariant($"n = {Placebos.Count} made-up campaigns of {Intervention.Period.Days} days · rank of the true lift: p = {PValue:0.00}, which cannot be below {1.0 / (Placebos.Count + 1):0.00}"));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
        [FalseAlarms == 0 ? "The method finds no effect where there was no campaign." : $"The method finds an effect in {FalseAlarms} of {Placebos.Count} campaigns that never were: do not trust its interval here."];

    private static double Size(IncrementalEffect effect) => Math.Abs(effect.Lift ?? double.PositiveInfinity);

    private static object?[] Row(DateOnly start, string kind, IncrementalEffect effect) =>
        [start, kind, effect.Lift, effect.Interval?.Lower, effect.Interval?.Upper, effect.Interval is { } range ? !range.Contains(0) : null];
}
