namespace UserOps.Statistics;

/// <summary>A function to minimise: returns its value and writes its gradient.</summary>
/// <param name="point">Where.</param>
/// <param name="gradient">Receives the gradient; as long as <paramref name="point"/>.</param>
internal delegate double GradientFunction(ReadOnlySpan<double> point, Span<double> gradient);

/// <summary>Quasi-Newton minimisation inside a box.</summary>
/// <remarks>
/// J. Nocedal and S. J. Wright (2006), "Numerical Optimization", chapter 6 (BFGS) and section 3.5; a step that meets the weak Wolfe conditions is
/// found by bisection: A. S. Lewis and M. L. Overton (2013), "Nonsmooth optimization via quasi-Newton methods", Mathematical Programming 141.
/// A parameter at a bound whose descent leads outwards stays there. A value that is not finite counts as too high.
/// </remarks>
internal sealed class Bfgs
{
    private const int MaximumSteps = 500, MaximumTrials = 60;
    private const double LongestMove = 3;

    private readonly GradientFunction _function;
    private readonly ParameterBox _box;
    private readonly double[,] _inverse;
    private readonly double[] _direction, _trial, _trialGradient;
    private readonly bool[] _held;
    private bool _isScaled;

    private Bfgs(GradientFunction function, ParameterBox box, ReadOnlySpan<double> start)
    {
        int size = start.Length;
        (_function, _box, _inverse) = (function, box, new double[size, size]);
        _held = new bool[size];
        (_direction, _trial, _trialGradient, Gradient, Point) = (new double[size], new double[size], new double[size], new double[size], new double[size]);
        for (int i = 0; i < size; i++)
            Point[i] = box.Clamp(i, start[i]);
        Value = Evaluate(Point, Gradient);
    }

    /// <summary>Where the search ended.</summary>
    public double[] Point { get; }

    /// <summary>The gradient there.</summary>
    public double[] Gradient { get; }

    /// <summary>The value there; infinite where the start has no value.</summary>
    public double Value { get; private set; }

    /// <summary>By how much one more step would lower the value, by the quadratic model of the function.</summary>
    public double Decrement { get; private set; } = double.PositiveInfinity;

    /// <summary>How often the function was evaluated.</summary>
    public int Evaluations { get; private set; }

    /// <summary>Searches from a start until one more step would lower the value by no more than the tolerance.</summary>
    public static Bfgs Minimize(GradientFunction function, ReadOnlySpan<double> start, ParameterBox box, double tolerance) =>
        new Bfgs(function, box, start).Refine(tolerance);

    /// <summary>Goes on with the search, with what it has learnt, until the next step would lower the value by no more than the tolerance.</summary>
    public Bfgs Refine(double tolerance)
    {
        if (double.IsFinite(Value))
            Run(tolerance);
        return this;
    }

    private void Run(double tolerance)
    {
        if (!_isScaled)
            Restart();
        for (int step = 0; step < MaximumSteps; step++)
        {
            double slope = Aim();
            if (_isScaled || slope == 0)
                Decrement = -slope / 2;
            if (Decrement <= tolerance)
                return;
            if (slope < 0 && Search(slope))
                MoveToTrial();
            else if (_isScaled)
                Restart();
            else
                return;
        }
    }

    // A guess of the scale that the first accepted step replaces.
    private void Restart()
    {
        double squares = Gradient.Where((_, i) => !_held[i]).Sum(slope => slope * slope);
        Fill(1 / Math.Max(1, Math.Sqrt(squares)));
        _isScaled = false;
    }

    private void Fill(double scale)
    {
        Array.Clear(_inverse);
        for (int i = 0; i < Point.Length; i++)
            _inverse[i, i] = scale;
    }

    /// <summary>Sets the direction of descent, along which no parameter at a bound leaves the box, and returns the slope along it.</summary>
    private double Aim()
    {
        bool[] before = [.. _held];
        for (int i = 0; i < _held.Length; i++)
            _held[i] = _box.Blocks(i, Point[i], -Gradient[i]);
        // The inverse of the whole is no inverse of the part that is still free.
        if (_isScaled && !before.AsSpan().SequenceEqual(_held))
            Restart();
        double slope = Direct();
        while (HoldOutward())
            slope = Direct();
        return slope;
    }

    private double Direct()
    {
        double slope = 0;
        for (int i = 0; i < Point.Length; i++)
        {
            double sum = 0;
            for (int j = 0; j < Point.Length; j++)
                sum -= _held[j] ? 0 : _inverse[i, j] * Gradient[j];
            _direction[i] = _held[i] ? 0 : sum;
            slope += _direction[i] * Gradient[i];
        }
        return slope;
    }

    private bool HoldOutward()
    {
        bool any = false;
        for (int i = 0; i < _held.Length; i++)
            if (!_held[i] && _box.Blocks(i, Point[i], _direction[i]))
                any = _held[i] = true;
        return any;
    }

    /// <summary>Finds a trial point that meets the weak Wolfe conditions, or a lower one at the edge of what may be tried.</summary>
    private bool Search(double slope)
    {
        double farthest = Math.Min(_box.Reach(Point, _direction), LongestMove / _direction.Max(Math.Abs));
        double low = 0, high = double.PositiveInfinity, length = Math.Min(1, farthest);
        for (int trial = 0; trial < MaximumTrials; trial++)
        {
            double value = Try(length);
            if (!(value <= Value + 1e-4 * length * slope))
                high = length;
            else if (length < farthest && Dot(_trialGradient, _direction) < 0.9 * slope)
                low = length;
            else
                return Accept(value);
            length = double.IsFinite(high) ? (low + high) / 2 : Math.Min(farthest, 2 * length);
        }
        return false;
    }

    private double Try(double length)
    {
        for (int i = 0; i < Point.Length; i++)
            _trial[i] = _box.Clamp(i, Point[i] + length * _direction[i]);
        return Evaluate(_trial, _trialGradient);
    }

    private double Evaluate(double[] point, double[] gradient)
    {
        Evaluations++;
        double value = _function(point, gradient);
        return double.IsFinite(value) && Array.TrueForAll(gradient, double.IsFinite) ? value : double.PositiveInfinity;
    }

    private bool Accept(double value)
    {
        Value = value;
        return true;
    }

    private void MoveToTrial()
    {
        double[] s = new double[Point.Length], y = new double[Point.Length];
        for (int i = 0; i < Point.Length; i++)
            (s[i], y[i], Point[i], Gradient[i]) = (_trial[i] - Point[i], _held[i] ? 0 : _trialGradient[i] - Gradient[i], _trial[i], _trialGradient[i]);
        double curvature = Dot(s, y);
        if (!(curvature > 1e-14 * Math.Sqrt(Dot(s, s) * Dot(y, y))))
            return;
        if (!_isScaled)
            Fill(curvature / Dot(y, y));
        _isScaled = true;
        Update(s, y, curvature);
    }

    private void Update(double[] s, double[] y, double curvature)
    {
        double[] image = [.. s.Select((_, i) => Enumerable.Range(0, y.Length).Sum(j => _inverse[i, j] * y[j]))];
        double scale = (1 + Dot(y, image) / curvature) / curvature;
        for (int i = 0; i < s.Length; i++)
            for (int j = 0; j < s.Length; j++)
                _inverse[i, j] += scale * s[i] * s[j] - (image[i] * s[j] + s[i] * image[j]) / curvature;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
