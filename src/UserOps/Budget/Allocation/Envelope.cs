namespace UserOps.Budget;

/// <summary>The lowest concave curve above a response curve between two spends: a straight line to the point where it touches, then the curve itself.</summary>
/// <remarks>Response curves are convex up to their inflexion and concave from there, so one line is enough. Where the curve is concave from the start, it is its own envelope.</remarks>
internal sealed class Envelope
{
    private const int Halvings = 200;

    private readonly ResponseCurve _curve;
    private readonly double _touches, _lineSlope;

    public Envelope(ResponseCurve curve, double lower, double upper)
    {
        (_curve, Lower, Upper) = (curve, lower, upper);
        _touches = Touch();
        _lineSlope = _touches > lower ? (curve.Response(_touches) - curve.Response(lower)) / (_touches - lower) : double.NaN;
    }

    public double Lower { get; }

    public double Upper { get; }

    public double Value(double spend) => spend < _touches ? _curve.Response(Lower) + _lineSlope * (spend - Lower) : _curve.Response(spend);

    /// <summary>The spend at which what is gained above a price of money is largest.</summary>
    public double BestAt(double price)
    {
        if (_touches > Lower && price >= _lineSlope)
            return Lower;
        if (_curve.Marginal(_touches) <= price)
            return _touches;
        if (_curve.Marginal(Upper) >= price)
            return Upper;
        double low = _touches, high = Upper;
        for (int i = 0; i < Halvings && high - low > 0; i++)
        {
            double middle = low + (high - low) / 2;
            if (middle == low || middle == high)
                break;
            (low, high) = _curve.Marginal(middle) > price ? (middle, high) : (low, middle);
        }
        return low;
    }

    private double Touch()
    {
        double inflexion = _curve.Inflexion;
        if (Lower >= inflexion || _curve.Most == 0)
            return Lower;
        if (Upper <= inflexion || Excess(Upper) <= 0)
            return Upper;
        double low = inflexion, high = Upper;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = low + (high - low) / 2;
            (low, high) = Excess(middle) <= 0 ? (middle, high) : (low, middle);
        }
        return high;
    }

    /// <summary>By how much the curve from the lower end has risen more than its tangent at the point would have: grows beyond the inflexion, 0 where the line touches.</summary>
    private double Excess(double spend) => _curve.Response(spend) - _curve.Response(Lower) - _curve.Marginal(spend) * (spend - Lower);
}
