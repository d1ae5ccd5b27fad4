using UserOps.Display;

namespace UserOps.Uplift;

/// <summary>What each arm changed on average, over all users of the experiment.</summary>
public sealed record ArmEffects : AnalysisResult
{
    internal ArmEffects() { }

    /// <summary>The treated arms and what each changed against the arm left alone.</summary>
    public required IReadOnlyList<(string Arm, MeanDifference Effect)> Effects { get; init; }

    /// <summary>The name of the arm left alone.</summary>
    public required string Control { get; init; }

    /// <summary>The outcome in words.</summary>
    public required string Outcome { get; init; }

    /// <summary>The confidence level of the intervals.</summary>
    public required double Level { get; init; }

    internal static ArmEffects Of(AssignedUsers users, double level) => new()
    {
        Effects = [.. users.Arms.Index().Skip(1).Select(arm => (arm.Item, MeanDifference.Of(users, Enumerable.Range(0, users.Count), arm.Index)))],
        Control = users.Arms[0],
        Outcome = users.OutcomeWords,
        Level = level,
    };

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"What each arm changed: {Outcome}",
        [
            new("Arm", Format.Text), new("Users", Format.Count), new("Mean", Mean), new($"Mean of {Control}", Mean), new("Effect", Effect), new("Lower", Effect), new("Upper", Effect),
            new("± error", IsBinary ? Format.Points(2) : Format.Number(3)),
        ],
        Effects.Select(arm => (object?[])[
            arm.Arm, arm.Effect.Treated.Count, arm.Effect.Treated.Mean, arm.Effect.Control.Mean, arm.Effect.Value,
            arm.Effect.Interval(Level)?.Lower, arm.Effect.Interval(Level)?.Upper, arm.Effect.StandardError]),
        $"against {Control}, n = {Caption.Count(Effects[0].Effect.Control.Count)} · all users of the experiment · {Caption.PerCent(Level)} intervals ({(IsBinary ? "Newcombe" : "Welch")})");

    private bool IsBinary => Effects[0].Effect.IsBinary;

    private Format Mean => IsBinary ? Format.Percent() : Format.Number();

    private Format Effect => IsBinary ? Format.Points() : Format.Number();
}
