namespace UserOps.Survival;

/// <summary>The likelihood of log time = intercept + covariates + scale × error, over intercept, coefficients and the logarithm of the scale.</summary>
internal sealed class LogTimeLikelihood(LifetimeDistribution distribution, double[] logTimes, bool[] events, double[] values)
{
    private readonly int _width = values.Length / logTimes.Length;
    private readonly double _centre = logTimes.Average();

    private bool HasScale => distribution != LifetimeDistribution.Exponential;

    /// <summary>How many numbers are estimated.</summary>
    public int Size => 1 + _width + (HasScale ? 1 : 0);

    /// <summary>Where to start: the mean and deviation of the log times, as if none were censored.</summary>
    public double[] Start()
    {
        (double mean, double deviation) = ErrorTerm.Moments(distribution);
        double centre = logTimes.Average(), spread = Math.Sqrt(logTimes.Average(time => (time - centre) * (time - centre)));
        double scale = HasScale ? Math.Max(spread, 0.1) / deviation : 1;
        double[] start = new double[Size];
        start[0] = centre - scale * mean;
        if (HasScale)
            start[^1] = Math.Log(scale);
        return start;
    }

    /// <summary>The logarithm of the likelihood of the times themselves, with its derivatives.</summary>
    public double Evaluate(double[] at, double[] gradient, double[,] information)
    {
        double value = 0, logScale = HasScale ? at[^1] : 0, scale = Math.Exp(logScale);
        Array.Clear(gradient);
        Array.Clear(information);
        double[] slopes = new double[Size];
        for (int row = 0; row < logTimes.Length; row++)
        {
            var x = values.AsSpan(row * _width, _width);
            double z = (logTimes[row] - at[0] - Dot(x, at)) / scale;
            var term = events[row] ? ErrorTerm.Density(distribution, z) : ErrorTerm.Survival(distribution, z);
            value += term.Value - (events[row] ? logScale + logTimes[row] : 0);
            Slopes(x, z, scale, slopes);
            Add(term, slopes, z, scale, x, events[row], gradient, information);
        }
        return value;
    }

    /// <summary>The maximum, over intercept, coefficients and the logarithm of the scale.</summary>
    /// <remarks>
    /// Over the intercept and the coefficients divided by the scale, and one over the scale, the error is linear in what is sought and the likelihood has a single hill, so
    /// Newton's method finds it from anywhere: J. Burridge (1981), "Empirical Bayes analysis of survival time data", JRSS B 43. Over the logarithm of the scale it does not.
    /// </remarks>
    /// <exception cref="NoMaximumException">There is no finite maximum.</exception>
    public Maximum Maximise(double[] start)
    {
        if (!HasScale)
            return Newton.Maximise(Evaluate, start);
        double scale = Math.Exp(start[^1]);
        double[] linear = [(start[0] - _centre) / scale, .. start[1..^1].Select(one => one / scale), 1 / scale];
        double[] found = Newton.Maximise(EvaluateLinear, linear).At;
        double[] at = [found[0] / found[^1] + _centre, .. found[1..^1].Select(one => one / found[^1]), -Math.Log(found[^1])];
        double[,] information = new double[Size, Size];
        return new(at, Evaluate(at, new double[Size], information), information);
    }

    private double EvaluateLinear(double[] at, double[] gradient, double[,] information)
    {
        double value = 0, rate = at[^1];
        Array.Clear(gradient);
        Array.Clear(information);
        if (!(rate > 0))
            return double.NegativeInfinity;
        double[] slopes = new double[Size];
        slopes[0] = -1;
        for (int row = 0; row < logTimes.Length; row++)
        {
            var x = values.AsSpan(row * _width, _width);
            double time = logTimes[row] - _centre, z = rate * time - at[0] - Dot(x, at);
            var term = events[row] ? ErrorTerm.Density(distribution, z) : ErrorTerm.Survival(distribution, z);
            value += term.Value + (events[row] ? Math.Log(rate) - logTimes[row] : 0);
            for (int j = 0; j < x.Length; j++)
                slopes[j + 1] = -x[j];
            slopes[^1] = time;
            for (int a = 0; a < slopes.Length; a++)
            {
                gradient[a] += term.First * slopes[a];
                for (int b = 0; b < slopes.Length; b++)
                    information[a, b] -= term.Second * slopes[a] * slopes[b];
            }
            gradient[^1] += events[row] ? 1 / rate : 0;
            information[Size - 1, Size - 1] += events[row] ? 1 / (rate * rate) : 0;
        }
        return value;
    }

    private static double Dot(ReadOnlySpan<double> x, double[] at)
    {
        double sum = 0;
        for (int j = 0; j < x.Length; j++)
            sum += x[j] * at[j + 1];
        return sum;
    }

    /// <summary>The derivatives of the standardised error by the parameters.</summary>
    private void Slopes(ReadOnlySpan<double> x, double z, double scale, double[] slopes)
    {
        slopes[0] = -1 / scale;
        for (int j = 0; j < x.Length; j++)
            slopes[j + 1] = -x[j] / scale;
        if (HasScale)
            slopes[^1] = -z;
    }

    private void Add(LogTerm term, double[] slopes, double z, double scale, ReadOnlySpan<double> x, bool isEvent, double[] gradient, double[,] information)
    {
        int last = HasScale ? Size - 1 : -1;
        for (int a = 0; a < slopes.Length; a++)
        {
            gradient[a] += term.First * slopes[a] - (a == last && isEvent ? 1 : 0);
            for (int b = 0; b < slopes.Length; b++)
                information[a, b] -= term.Second * slopes[a] * slopes[b];
        }
        if (!HasScale)
            return;
        // Second derivatives of the error itself: it shrinks as the scale grows.
        information[last, last] -= term.First * z;
        for (int a = 0; a < last; a++)
        {
            double cross = term.First * (a == 0 ? 1 : x[a - 1]) / scale;
            information[a, last] -= cross;
            information[last, a] -= cross;
        }
    }
}
