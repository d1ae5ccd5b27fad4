using UserOps.Data;
using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Statistics;

namespace UserOps.Survival;

/// <summary>A fitted proportional-hazards model: which covariates raise the hazard of the event, and by what factor.</summary>
public sealed record CoxResult : AnalysisResult, ISurvivalModel
{
    private readonly CoxFit _fit;
    private readonly Lazy<HazardSteps> _hazards;
    private readonly Lazy<Concordance> _concordance;

    internal CoxResult(SurvivalData data, CoxDefinition definition, CoxFit fit, Maximum maximum, double without, double score)
    {
        (Data, Definition, _fit, Scaled) = (data, definition, fit, maximum.At);
        (LogLikelihood, NullLogLikelihood) = (maximum.Value, without);
        Clusters = ClustersOf(data, definition, fit);
        _hazards = new(() => HazardSteps.Of(fit.Rows, fit.Sets, Scaled));
        _concordance = new(() => ConcordanceCounts.Of(
            fit.Rows.Stops, fit.Rows.Entries, fit.Rows.Events, Risks(), [.. Enumerable.Range(0, fit.Rows.Count).Select(fit.Rows.StratumOf)], Clusters));
        double[,] model = Cholesky.Of(maximum.Information, out _)!.Inverse();
        ScaledVariance = definition.Errors == CoxErrors.Model
            ? model : Sandwich.Of(ScoreResiduals.Of(fit.Rows, fit.Sets, Scaled, Hazards), Clusters, model);
        double[] scales = fit.Design.Scales;
        Coefficients = [.. fit.Design.Encoding.Columns.Select((column, j) =>
            new Coefficient(column.Name, Scaled[j] / scales[j], Math.Sqrt(ScaledVariance[j, j]) / scales[j], definition.Level))];
        int width = scales.Length;
        double wald = (Cholesky.Of(ScaledVariance, out _)?.Solve(Scaled) ?? [double.NaN]).Zip(Scaled, (a, b) => a * b).Sum();
        (LikelihoodRatio, Score, Wald) = (new("likelihood-ratio", 2 * (LogLikelihood - without), width), new("score", score, width), new("Wald", wald, width));
    }

    /// <summary>What was asked.</summary>
    public CoxDefinition Definition { get; }

    /// <summary>The spells.</summary>
    public SurvivalData Data { get; }

    /// <inheritdoc/>
    public string Name => "Cox";

    /// <summary>The coefficients, in the order of the covariates.</summary>
    public IReadOnlyList<Coefficient> Coefficients { get; }

    /// <summary>The logarithm of the partial likelihood.</summary>
    public double LogLikelihood { get; }

    /// <summary>The same without any covariate.</summary>
    public double NullLogLikelihood { get; }

    /// <summary>The likelihood-ratio test of all coefficients.</summary>
    public ChiSquareTest LikelihoodRatio { get; }

    /// <summary>The score test of all coefficients.</summary>
    public ChiSquareTest Score { get; }

    /// <summary>The Wald test of all coefficients, with robust errors where asked for.</summary>
    public ChiSquareTest Wald { get; }

    /// <summary>How well the model orders users by risk, on the data that it was fitted to.</summary>
    public Concordance Concordance => _concordance.Value;

    /// <summary>The concordance as a key number.</summary>
    public Metric ConcordanceMetric => new("survival.concordance", Concordance.Value, "fraction")
    {
        Label = "Concordance of the hazard model",
        N = Data.UserCount,
        StandardError = Concordance.StandardError,
        Definition = "How often the user of higher predicted hazard leaves first, on the data of the fit; 50 % is chance.",
        Better = Direction.Up,
    };

    /// <summary>Spells in the model: those with a value of every covariate.</summary>
    public int Count => _fit.Rows.Count;

    /// <summary>Events in the model.</summary>
    public int EventCount => _fit.Rows.Events.Count(seen => seen);

    internal double[] Scaled { get; }

    internal double[,] ScaledVariance { get; }

    internal int[] Clusters { get; }

    internal HazardSteps Hazards => _hazards.Value;

    internal double Shift { get { _ = Hazards; return _fit.Sets.Shift; } }

    /// <summary>The coefficient of a covariate, such as <c>age</c> or <c>channel = social</c>.</summary>
    /// <exception cref="UserOpsException">There is none; the message lists those there are.</exception>
    public Coefficient this[string name] => Coefficients.FirstOrDefault(one => one.Name == name)
        ?? throw new UserOpsException($"There is no coefficient '{name}'. There are: {string.Join(", ", Coefficients.Select(one => one.Name))}.");

    /// <summary>Tests whether hazards keep their ratio over time.</summary>
    /// <param name="transform">The scale of time on which a coefficient may change.</param>
    /// <exception cref="UserOpsException">The model was fitted with the exact likelihood.</exception>
    public ProportionalHazardsTest ProportionalHazards(TimeTransform transform = TimeTransform.KaplanMeier) => ProportionalHazardsAnalysis.Of(this, _fit, transform);

    /// <summary>The predicted survival of the rows of a table; confidence intervals come with it.</summary>
    /// <exception cref="UserOpsException">A covariate is missing or holds a word that the model has not seen.</exception>
    public CoxPrediction Predict(TypedTable rows) =>
        new(this, _fit.Design.Apply(rows), _fit.Strata.In(rows, Definition.Strata), _fit.Rows.LastTimes());

    PredictedSurvival ISurvivalModel.Predict(TypedTable rows) => Predict(rows);

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"What moves the hazard of {Data.EventName}",
        [
            new("Covariate", Format.Text), new("Hazard ratio", Format.Number(3)), new("Lower", Format.Number(3)), new("Upper", Format.Number(3)),
            new("Coefficient", Format.Number(4)), new("Std. error", Format.Number(4)), new("p", Format.Text),
        ],
        Coefficients.Select(one => new object?[] { one.Name, one.Ratio, one.RatioInterval.Lower, one.RatioInterval.Upper, one.Estimate, one.StandardError, PWords.Cell(one.PValue) }),
        Data.Describe(CoxWords.Of(this)));

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        $"What moves the hazard of {Data.EventName}",
        [.. Coefficients.Select(one => one.Name)],
        new("Covariate", Format.Text),
        new("Coefficient (log hazard ratio)", Format.Number()),
        [
            new("Coefficient", [.. Coefficients.Select(one => one.Estimate)])
            {
                Lower = [.. Coefficients.Select(one => one.Interval.Lower)],
                Upper = [.. Coefficients.Select(one => one.Interval.Upper)],
            },
        ])
    { Horizontal = true, Subtitle = $"Right of 0 the event comes sooner, left of it later · {CoxWords.Level(Definition)}" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => [.. CoxWords.Notes(this)];

    /// <summary>The number of the covariate that a coefficient belongs to.</summary>
    internal int TermOf(int coefficient) => _fit.Design.Encoding.Columns[coefficient].Term;

    /// <summary>What the words of each covariate are compared with.</summary>
    internal IEnumerable<string> References() =>
        _fit.Design.Encoding.Columns.Where(column => column.Reference is not null).Select(column => $"{column.Covariate.Column} = {column.Reference}");

    private double[] Risks()
    {
        var rows = _fit.Rows;
        double[] risks = new double[rows.Count];
        for (int row = 0; row < risks.Length; row++)
            for (int j = 0; j < rows.Width; j++)
                risks[row] += rows.Values[row * rows.Width + j] * Scaled[j];
        return risks;
    }

    private static int[] ClustersOf(SurvivalData data, CoxDefinition definition, CoxFit fit)
    {
        if (definition.Errors == CoxErrors.Model)
            return [.. Enumerable.Range(0, fit.Rows.Count)];
        int[] all = definition.Cluster is null ? data.Ids.Codes : SpellGroups.Codes(data.Column(definition.Cluster));
        int[] clusters = Array.ConvertAll(fit.Rows.Rows, row => all[row] >= 0 ? all[row] : throw new UserOpsException(
            $"Row {row + 1} has no value in the cluster column '{definition.Cluster}'; every row needs one."));
        int found = clusters.Distinct().Count();
        return found > fit.Design.Width ? clusters : throw new InsufficientDataException(
            $"{found} clusters in '{definition.Cluster ?? data.Ids.Name}'", $"more than the {fit.Design.Width} coefficients (fifty are better)", "Name fewer covariates, smaller clusters, or take the errors of the model.");
    }
}
