using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Survival;

/// <summary>The scale of time on which a coefficient may change.</summary>
public enum TimeTransform
{
    /// <summary>One less the Kaplan–Meier survival just before the time: late times with few users count little. R's default.</summary>
    KaplanMeier,
    /// <summary>The time itself.</summary>
    Identity,
    /// <summary>The rank of the time among all spells.</summary>
    Rank,
    /// <summary>The logarithm of the time.</summary>
    Log,
}

/// <summary>Whether hazards keep their ratio over time: one test a covariate and one of all.</summary>
public sealed record ProportionalHazardsTest : AnalysisResult
{
    internal ProportionalHazardsTest(CoefficientPaths paths) => Paths = paths;

    /// <summary>The model tested.</summary>
    public required CoxResult Model { get; init; }

    /// <summary>The scale of time.</summary>
    public required TimeTransform Transform { get; init; }

    /// <summary>A test for each covariate; the words of a column are tested together.</summary>
    public required IReadOnlyList<ChiSquareTest> Terms { get; init; }

    /// <summary>The test of all covariates.</summary>
    public required ChiSquareTest Global { get; init; }

    /// <summary>How each coefficient runs over time: its mean in some stretches with about equally many events.</summary>
    internal CoefficientPaths Paths { get; }

    /// <summary>The test of a covariate.</summary>
    /// <exception cref="UserOpsException">There is none; the message lists those there are.</exception>
    public ChiSquareTest this[string covariate] => Terms.FirstOrDefault(test => test.Name == covariate)
        ?? throw new UserOpsException($"There is no covariate '{covariate}'. There are: {string.Join(", ", Terms.Select(test => test.Name))}.");

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Do hazards keep their ratio over time?",
        [new("Covariate", Format.Text), new("χ²", Format.Number(3)), new("df", Format.Count), new("p", Format.Text)],
        Terms.Append(Global).Select(test => new object?[] { test.Name, test.Statistic, test.DegreesOfFreedom, PWords.Cell(test.PValue) }),
        Model.Data.Describe($"score test against coefficients that change with {Words()}"));

    /// <inheritdoc/>
    public override Chart ToChart() => new LineChart(
        "How the effects run over time",
        [.. Paths.Times.Select(time => (object)time)],
        new(Model.Data.InUnit("Time since the start"), Format.Number(1)),
        new("Coefficient (log hazard ratio)", Format.Number()),
        [.. Shown().Select(j => new Series(Model.Coefficients[j].Name, Paths.Values[j]))])
    { Subtitle = "Means of scaled Schoenfeld residuals in stretches with equally many events; a flat line is a constant hazard ratio" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        Global.PValue < 0.05
            ? $"Hazard ratios change over time ({string.Join(", ", Terms.Where(test => test.PValue < 0.05).Select(test => test.Name).DefaultIfEmpty("all together"))}): "
                + "read a coefficient as a mean over time, put the column into the strata, or look at early and late users apart."
            : "No sign that hazard ratios change over time.",
    ];

    private IEnumerable<int> Shown() => Enumerable.Range(0, Paths.Values.Count)
        .OrderBy(j => Terms[Model.TermOf(j)].PValue).Take(4);

    private string Words() => Transform switch
    {
        TimeTransform.KaplanMeier => "one less the survival",
        TimeTransform.Identity => "time",
        TimeTransform.Rank => "the rank of time",
        _ => "the logarithm of time",
    };
}

/// <summary>Coefficients over time.</summary>
/// <param name="Times">The middle of each stretch.</param>
/// <param name="Values">For each coefficient its mean in each stretch.</param>
internal sealed record CoefficientPaths(double[] Times, IReadOnlyList<double[]> Values);
