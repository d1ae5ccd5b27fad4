using MathNet.Numerics.Distributions;
using UserOps.Display;

namespace UserOps.Survival;

/// <summary>The survival that a Cox model predicts.</summary>
/// <remarks>Standard errors by A. A. Tsiatis (1981), Annals of Statistics 9: of the baseline, and of the coefficients.</remarks>
public sealed class CoxPrediction : PredictedSurvival
{
    private readonly HazardSteps _hazards;
    private readonly double[] _values;
    private readonly double[] _coefficients;
    private readonly double[,] _variance;
    private readonly int[] _strata;
    private readonly double _shift;
    private readonly double _level;

    // What happens in a stratum after the last of its users is not known, however long others were watched.
    private readonly double[] _lastTimes;

    internal CoxPrediction(CoxResult model, double[] values, int[] strata, double[] lastTimes)
    {
        (_hazards, _values, _coefficients, _variance) = (model.Hazards, values, model.Scaled, model.ScaledVariance);
        (_strata, _shift, _level, _lastTimes) = (strata, model.Shift, model.Definition.Level, lastTimes);
    }

    /// <inheritdoc/>
    public override int Count => _strata.Length;

    /// <inheritdoc/>
    public override double LastTime => _lastTimes.Max();

    /// <summary>The linear predictor of a row, against the mean covariates: e to it is its hazard ratio.</summary>
    public double Risk(int row)
    {
        double sum = 0;
        for (int j = 0; j < _coefficients.Length; j++)
            sum += _values[row * _coefficients.Length + j] * _coefficients[j];
        return sum;
    }

    /// <inheritdoc/>
    public override double At(int row, double time) => _strata[row] < 0 || !(time <= _lastTimes[_strata[row]]) ? double.NaN : Math.Exp(-Hazard(row, time));

    /// <summary>The standard error of the survival at a time.</summary>
    public double StandardError(int row, double time) => At(row, time) * Math.Sqrt(HazardVariance(row, time));

    /// <summary>The interval of the survival at a time, on the log-log scale; null where nothing has happened yet.</summary>
    public Interval? IntervalAt(int row, double time)
    {
        double hazard = Hazard(row, time), survival = At(row, time);
        if (!(hazard > 0) || double.IsNaN(survival))
            return null;
        double factor = Math.Exp(Normal.InvCDF(0, 1, 0.5 + _level / 2) * Math.Sqrt(HazardVariance(row, time)) / hazard);
        return new(Math.Exp(-hazard * factor), Math.Exp(-hazard / factor), _level);
    }

    private double Hazard(int row, double time) => (Step(row, time)?.Hazard ?? 0) * Math.Exp(Risk(row) - _shift);

    private double HazardVariance(int row, double time)
    {
        if (Step(row, time) is not { } step)
            return 0;
        int width = _coefficients.Length;
        double[] pull = [.. Enumerable.Range(0, width).Select(j => step.WeightedMeans[j] - step.Hazard * _values[row * width + j])];
        double sum = step.Variance;
        for (int j = 0; j < width; j++)
            for (int k = 0; k < width; k++)
                sum += pull[j] * _variance[j, k] * pull[k];
        return sum * Math.Exp(2 * (Risk(row) - _shift));
    }

    private HazardStep? Step(int row, double time) => _hazards.Before(_strata[row], time, inclusive: true);
}
