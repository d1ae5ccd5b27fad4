namespace UserOps.Budget;

/// <summary>How likely an outcome is under given ad-stock and saturation of every channel; what enters linearly is solved for each time.</summary>
/// <remarks>
/// Variable projection: G. H. Golub and V. Pereyra (1973), SIAM Journal on Numerical Analysis 10. The residual is stationary in the linear coefficients, so the gradient needs only the derivatives of
/// the transformed spend. Errors are taken as normal and independent; the bootstrap of blocks makes up for it where they are not.
/// </remarks>
internal sealed class MixLikelihood
{
    private const double Difference = 1e-5;

    private readonly double[][] _spend;
    private readonly Basis _controls;
    private readonly double[] _target;
    private readonly MixShape _shape;
    private readonly double[] _shift;

    /// <param name="spend">Spend by channel.</param>
    /// <param name="controls">What moves the outcome besides.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="shape">What the numbers stand for.</param>
    /// <param name="shift">By how much beliefs are moved; nothing when null.</param>
    public MixLikelihood(double[][] spend, Basis controls, double[] outcome, MixShape shape, double[]? shift = null)
    {
        _shift = shift ?? new double[spend.Length * shape.Count];
        (_spend, _controls, _shape) = (spend, controls, shape);
        _target = controls.Rest(outcome);
    }

    /// <summary>Minus the logarithm of likelihood and belief, up to a constant.</summary>
    public double Evaluate(ReadOnlySpan<double> at, Span<double> gradient)
    {
        int width = _shape.Count;
        double[][] shares = new double[_spend.Length][], columns = new double[_spend.Length][];
        for (int channel = 0; channel < columns.Length; channel++)
        {
            shares[channel] = Transform(channel, at.Slice(channel * width, width));
            columns[channel] = _controls.Rest(shares[channel]);
        }
        double[] coefficients = NonNegativeFit.Solve(columns, _target);
        double[] residuals = Residuals(columns, coefficients);
        double squares = Basis.Dot(residuals, residuals), doubt = 0;
        gradient.Clear();
        for (int channel = 0; channel < columns.Length; channel++)
        {
            var part = gradient.Slice(channel * width, width);
            if (coefficients[channel] > 0)
                Slopes(channel, at.Slice(channel * width, width), shares[channel], residuals, -coefficients[channel] * _target.Length / squares, part);
            doubt += _shape.Doubt(at.Slice(channel * width, width), _shift.AsSpan(channel * width, width), part);
        }
        return _target.Length / 2.0 * Math.Log(squares / _target.Length) + doubt;
    }

    /// <summary>The transformed spend of a channel.</summary>
    public double[] Transform(int channel, ReadOnlySpan<double> at)
    {
        double[] stock = _shape.AdstockAt(at).Apply(_spend[channel]);
        var saturation = _shape.SaturationAt(at, stock.Max());
        return Array.ConvertAll(stock, saturation.Share);
    }

    /// <summary>The coefficients of the channels.</summary>
    public double[] Coefficients(double[][] transformed) => NonNegativeFit.Solve([.. transformed.Select(column => _controls.Rest(column))], _target);

    private double[] Residuals(double[][] columns, double[] coefficients)
    {
        double[] residuals = [.. _target];
        for (int channel = 0; channel < columns.Length; channel++)
            for (int i = 0; coefficients[channel] > 0 && i < residuals.Length; i++)
                residuals[i] -= coefficients[channel] * columns[channel][i];
        return residuals;
    }

    // The residual is at right angles to all controls, so they need not be taken out of the derivative.
    private void Slopes(int channel, ReadOnlySpan<double> at, double[] shares, double[] residuals, double factor, Span<double> slopes)
    {
        double[] moved = at.ToArray();
        for (int i = 0; i < _shape.AdstockCount; i++)
        {
            var (lower, upper) = _shape.Around(i, at[i], Difference);
            moved[i] = upper;
            double above = Basis.Dot(Transform(channel, moved), residuals);
            moved[i] = lower;
            double below = Basis.Dot(Transform(channel, moved), residuals);
            slopes[i] += factor * (above - below) / (upper - lower);
            moved[i] = at[i];
        }
        (double byHalf, double bySteepness) = SaturationSlopes(shares, residuals);
        slopes[_shape.AdstockCount] -= factor * _shape.SteepnessAt(at) * byHalf;
        if (_shape.AdstockCount + 1 < at.Length)
            slopes[^1] += factor * bySteepness;
    }

    /// <summary>With S = 1 ÷ (1 + (h ÷ x)ˢ), the derivative by log h is −s S(1 − S), and that by log s is S(1 − S) log(S ÷ (1 − S)).</summary>
    private static (double ByHalf, double BySteepness) SaturationSlopes(double[] shares, double[] residuals)
    {
        (double byHalf, double bySteepness) = (0, 0);
        for (int i = 0; i < shares.Length; i++)
        {
            double bend = shares[i] * (1 - shares[i]) * residuals[i];
            byHalf += bend;
            bySteepness += bend == 0 ? 0 : bend * Math.Log(shares[i] / (1 - shares[i]));
        }
        return (byHalf, bySteepness);
    }
}
