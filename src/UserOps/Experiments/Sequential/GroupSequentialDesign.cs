namespace UserOps.Experiments.Sequential;

/// <summary>An experiment that is looked at a few times and may stop at each look.</summary>
public sealed record GroupSequentialDesign
{
    /// <summary>The share of the planned information (for equal arms: of the users) at each look: ascending, above 0, the last one 1.</summary>
    public required IReadOnlyList<double> Looks { get; init; }

    /// <summary>How far from 0 a difference must be to stop.</summary>
    public StoppingBoundary Boundary { get; init; } = new StoppingBoundary.Spending();

    /// <summary>The confidence level over all looks, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Which differences stop the experiment.</summary>
    public Alternative Alternative { get; init; }

    /// <summary>A design with looks at equal distances.</summary>
    /// <param name="looks">How many, 1 or more.</param>
    public static GroupSequentialDesign Equal(int looks) => new() { Looks = [.. Enumerable.Range(1, Math.Max(0, looks)).Select(look => (double)look / looks)] };

    /// <summary>The false-positive rate of one side.</summary>
    internal double SideAlpha => (1 - Level) / (TwoSided ? 2 : 1);

    internal bool TwoSided => Alternative == Alternative.TwoSided;

    /// <summary>The design itself, its numbers checked.</summary>
    /// <exception cref="UserOpsException">A number is out of its range.</exception>
    internal GroupSequentialDesign Checked()
    {
        LookChecks.Shares(Looks);
        Need(Looks[^1] == 1, $"a last look at {Looks[^1]} of the information; it is at 1");
        Need(Level is > 0 and < 1, $"a level of {Level}; it lies between 0 and 1, such as 0.95");
        return this;
    }

    private static void Need(bool holds, FormattableString found) => Require.That(holds, found);
}

/// <summary>Whether looks can be planned or judged.</summary>
internal static class LookChecks
{
    private const int MostLooks = 500;
    private const double Closest = 1e-4;

    /// <summary>Shares of information that rise by at least a ten-thousandth.</summary>
    /// <exception cref="UserOpsException">They do not.</exception>
    public static void Shares(IReadOnlyList<double> shares)
    {
        Require.That(shares.Count is >= 1 and <= MostLooks, $"{shares.Count} looks; 1 to {MostLooks} can be planned. For more, use an always-valid interval");
        for (int look = 0; look < shares.Count; look++)
            Require.That(shares[look] - (look == 0 ? 0 : shares[look - 1]) >= Closest && double.IsFinite(shares[look]),
                $"look {look + 1} at {shares[look]} of the information; each look must add {Closest} or more");
    }
}
