namespace UserOps.Samples;

/// <summary>The distributions that the processes of the shop draw from.</summary>
internal static class Distributions
{
    /// <summary>An exponential waiting time with this mean.</summary>
    public static double Exponential(this ref Chance chance, double mean) => -mean * PortableMath.Log(chance.Unit());

    /// <summary>A standard normal number.</summary>
    /// <remarks>G. Marsaglia, T. A. Bray (1964), "A convenient method for generating normal variables", the polar method.</remarks>
    public static double Normal(this ref Chance chance)
    {
        while (true)
        {
            double x = 2 * chance.Unit() - 1, y = 2 * chance.Unit() - 1, square = x * x + y * y;
            if (square < 1)
                return x * Math.Sqrt(-2 * PortableMath.Log(square) / square);
        }
    }

    /// <summary>A gamma number with this shape and mean.</summary>
    /// <remarks>G. Marsaglia, W. W. Tsang (2000), "A simple method for generating gamma variables", ACM TOMS 26.</remarks>
    public static double Gamma(this ref Chance chance, double shape, double mean)
    {
        double raised = shape < 1 ? shape + 1 : shape;
        double unit = AtLeastOne(ref chance, raised);
        if (shape < 1)
            unit *= PortableMath.Pow(chance.Unit(), 1 / shape);
        return unit * mean / shape;
    }

    /// <summary>A count with this mean: Poisson, from 50 upwards its normal approximation.</summary>
    public static int Poisson(this ref Chance chance, double mean)
    {
        if (mean >= 50)
            return Math.Max(0, (int)Math.Floor(mean + Math.Sqrt(mean) * chance.Normal() + 0.5));
        double limit = PortableMath.Exp(-mean), product = chance.Unit();
        int count = 0;
        for (; product > limit; count++)
            product *= chance.Unit();
        return count;
    }

    private static double AtLeastOne(ref Chance chance, double shape)
    {
        double d = shape - 1.0 / 3, c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = chance.Normal(), v = 1 + c * x;
            if (v <= 0)
                continue;
            v = v * v * v;
            if (PortableMath.Log(chance.Unit()) < 0.5 * x * x + d - d * v + d * PortableMath.Log(v))
                return d * v;
        }
    }
}
