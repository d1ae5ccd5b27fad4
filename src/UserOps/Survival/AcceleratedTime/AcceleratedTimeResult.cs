using MathNet.Numerics.Distributions;
using UserOps.Data;
using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Statistics;

namespace UserOps.Survival;

/// <summary>A fitted model of accelerated time: by what factor covariates stretch the time to the event.</summary>
public sealed record AcceleratedTimeResult : AnalysisResult, ISurvivalModel
{
    private const int FewEvents = 40;

    private readonly DesignMatrix? _design;

    // Over intercept, coefficients and log scale in the scaled covariates.
    private readonly double[] _at;
    private readonly double[,] _variance;

    internal AcceleratedTimeResult(SurvivalData data, AcceleratedTimeDefinition definition, DesignMatrix? design, Maximum maximum, double without, int count, int events)
    {
        (Data, Definition, _design, _at, LogLikelihood, NullLogLikelihood, Count, EventCount) = (data, definition, design, maximum.At, maximum.Value, without, count, events);
        _variance = Cholesky.Of(maximum.Information, out _)!.Inverse();
        int width = design?.Width ?? 0;
        double[] atZero = [1, .. Enumerable.Range(0, width).Select(j => -design!.Means[j] / design.Scales[j])];
        Coefficients =
        [
            new("Intercept", atZero.Zip(_at, (a, b) => a * b).Sum(), Math.Sqrt(Form(atZero)), definition.Level),
            .. Enumerable.Range(0, width).Select(j => new Coefficient(
                design!.Encoding.Columns[j].Name, _at[j + 1] / design.Scales[j], Math.Sqrt(_variance[j + 1, j + 1]) / design.Scales[j], definition.Level)),
        ];
        HasScale = _at.Length > width + 1;
        LogScale = new("Log(scale)", HasScale ? _at[^1] : 0, HasScale ? Math.Sqrt(_variance[_at.Length - 1, _at.Length - 1]) : 0, definition.Level);
        LikelihoodRatio = new("likelihood-ratio", 2 * (LogLikelihood - without), width);
    }

    /// <summary>What was asked.</summary>
    public AcceleratedTimeDefinition Definition { get; }

    /// <summary>The spells.</summary>
    public SurvivalData Data { get; }

    /// <inheritdoc/>
    public string Name => Definition.Distribution switch { LifetimeDistribution.LogNormal => "Log-normal", LifetimeDistribution.LogLogistic => "Log-logistic", var other => other.ToString() };

    /// <summary>The intercept and the coefficients: e to a coefficient is the factor by which time is stretched.</summary>
    public IReadOnlyList<Coefficient> Coefficients { get; }

    /// <summary>The logarithm of the scale; 0 without an error for the exponential distribution.</summary>
    public Coefficient LogScale { get; }

    /// <summary>The scale of the error of log time; the Weibull shape is 1 over it.</summary>
    public double Scale => Math.Exp(LogScale.Estimate);

    /// <summary>The logarithm of the likelihood of the times.</summary>
    public double LogLikelihood { get; }

    /// <summary>The same without any covariate.</summary>
    public double NullLogLikelihood { get; }

    /// <summary>The likelihood-ratio test of all coefficients.</summary>
    public ChiSquareTest LikelihoodRatio { get; }

    /// <summary>Akaike's criterion, 2 × (parameters − log-likelihood): the smaller the better.</summary>
    public double Akaike => 2 * (_at.Length - LogLikelihood);

    /// <summary>Spells in the model.</summary>
    public int Count { get; }

    /// <summary>Events in the model.</summary>
    public int EventCount { get; }

    private bool HasScale { get; }

    /// <summary>The coefficient of a covariate.</summary>
    /// <exception cref="UserOpsException">There is none; the message lists those there are.</exception>
    public Coefficient this[string name] => Coefficients.FirstOrDefault(one => one.Name == name)
        ?? throw new UserOpsException($"There is no coefficient '{name}'. There are: {string.Join(", ", Coefficients.Select(one => one.Name))}.");

    /// <summary>The predicted survival of the rows of a table.</summary>
    /// <exception cref="UserOpsException">A covariate is missing or holds a word that the model has not seen.</exception>
    public AcceleratedTimePrediction Predict(TypedTable rows) => new(this, LogTimes(rows));

    PredictedSurvival ISurvivalModel.Predict(TypedTable rows) => Predict(rows);

    /// <summary>The time by which a share has had the event, of a row, with its interval by the delta method on the logarithm.</summary>
    /// <param name="rows">A table with the covariates.</param>
    /// <param name="row">The row.</param>
    /// <param name="share">The share, between 0 and 1; 0.5 is the median.</param>
    public (double Time, Interval Interval) Quantile(TypedTable rows, int row, double share = 0.5)
    {
        if (!(share > 0 && share < 1))
            throw new UserOpsException(FormattableString.Invariant($"A time at which the share {share} has had the event was asked for; it must lie between 0 and 1."));
        double z = ErrorTerm.Quantile(Definition.Distribution, share), log = LogTimes(rows)[row] + Scale * z;
        double[] x = _design is null ? [] : _design.Apply(rows)[(row * _design.Width)..((row + 1) * _design.Width)];
        double half = Normal.InvCDF(0, 1, 0.5 + Definition.Level / 2) * Math.Sqrt(Form(HasScale ? [1, .. x, Scale * z] : [1, .. x]));
        return (Math.Exp(log), new(Math.Exp(log - half), Math.Exp(log + half), Definition.Level));
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"What stretches the time to {Data.EventName}",
        [
            new("Covariate", Format.Text), new("Time factor", Format.Number(3)), new("Lower", Format.Number(3)), new("Upper", Format.Number(3)),
            new("Coefficient", Format.Number(4)), new("Std. error", Format.Number(4)), new("p", Format.Text),
        ],
        [
            .. Coefficients.Select(one => new object?[] { one.Name, one.Ratio, one.RatioInterval.Lower, one.RatioInterval.Upper, one.Estimate, one.StandardError, PWords.Cell(one.PValue) }),
            .. HasScale ? [["Scale", Scale, LogScale.RatioInterval.Lower, LogScale.RatioInterval.Upper, LogScale.Estimate, LogScale.StandardError, null]] : Array.Empty<object?[]>(),
        ],
        Data.Describe($"{Name}, accelerated time", FormattableString.Invariant($"log-likelihood {LogLikelihood:0.00}, AIC {Akaike:0.00}"),
            Format.Percent(0).Write(Definition.Level) + " intervals"));

    /// <inheritdoc/>
    public override Chart? ToChart() => Coefficients.Count < 2 ? null : new BarChart(
        $"What stretches the time to {Data.EventName}",
        [.. Coefficients.Skip(1).Select(one => one.Name)],
        new("Covariate", Format.Text),
        new("Coefficient (log time factor)", Format.Number()),
        [
            new("Coefficient", [.. Coefficients.Skip(1).Select(one => one.Estimate)])
            {
                Lower = [.. Coefficients.Skip(1).Select(one => one.Interval.Lower)],
                Upper = [.. Coefficients.Skip(1).Select(one => one.Interval.Upper)],
            },
        ])
    { Horizontal = true, Subtitle = $"Right of 0 users last longer, left of it shorter · {Name}" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Count < Data.Count ? (string[])[$"Left out: {Caption.Count(Data.Count - Count)} of {Caption.Count(Data.Count)} spells without a value of every covariate."] : [],
        .. EventCount < FewEvents ? (string[])[$"Few events: {EventCount}; below {FewEvents} the intervals of coefficients hold the truth less often than their level says (about 92 of 100 times at 16 events)."] : [],
        "Times beyond the longest observed one follow from the distribution alone.",
        .. Data.Remarks,
    ];

    internal double StandardisedTime(double logTime, double time) => (Math.Log(time) - logTime) / Scale;

    private double[] LogTimes(TypedTable rows)
    {
        if (_design is null)
            return [.. Enumerable.Repeat(_at[0], rows.RowCount)];
        double[] values = _design.Apply(rows);
        return [.. Enumerable.Range(0, rows.RowCount).Select(row => _at[0] + Enumerable.Range(0, _design.Width).Sum(j => values[row * _design.Width + j] * _at[j + 1]))];
    }

    private double Form(double[] weights) =>
        Enumerable.Range(0, weights.Length).Sum(a => Enumerable.Range(0, weights.Length).Sum(b => weights[a] * _variance[a, b] * weights[b]));
}

/// <summary>The survival that a model of accelerated time predicts.</summary>
public sealed class AcceleratedTimePrediction : PredictedSurvival
{
    private readonly AcceleratedTimeResult _model;
    private readonly double[] _logTimes;

    internal AcceleratedTimePrediction(AcceleratedTimeResult model, double[] logTimes) => (_model, _logTimes) = (model, logTimes);

    /// <inheritdoc/>
    public override int Count => _logTimes.Length;

    /// <inheritdoc/>
    public override double At(int row, double time) =>
        time <= 0 ? 1 : Math.Exp(ErrorTerm.Survival(_model.Definition.Distribution, _model.StandardisedTime(_logTimes[row], time)).Value);
}
