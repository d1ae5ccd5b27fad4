using MathNet.Numerics;

namespace UserOps.Statistics;

/// <summary>By how much the logarithm of the gamma function and its derivative rise over a step, without taking the difference of two large numbers.</summary>
/// <remarks>Stirling's series, whose leading parts are subtracted by hand; below its reach the step is carried up by Γ(z + 1) = z Γ(z).</remarks>
internal static class LogGammaStep
{
    // Where five terms of the series are exact to rounding.
    private const double Reach = 20;

    /// <summary>ln Γ(z + step) − ln Γ(z), for z above 0 and a step of 0 or more.</summary>
    public static double Of(double z, double step)
    {
        double carried = 0;
        for (; z < Reach; z++)
            carried += SpecialFunctions.Log1p(step / z);
        return step * Math.Log(z) + (z + step - 0.5) * SpecialFunctions.Log1p(step / z) - step + Rest(z + step) - Rest(z) - carried;
    }

    /// <summary>ψ(z + step) − ψ(z), for z above 0 and a step of 0 or more.</summary>
    public static double Slope(double z, double step)
    {
        double carried = 0;
        for (; z < Reach; z++)
            carried += step / (z + step) / z;
        return SpecialFunctions.Log1p(step / z) + step / (z + step) / z / 2 + RestSlope(z + step) - RestSlope(z) + carried;
    }

    /// <summary>What Stirling's ln Γ(z) ≈ (z − ½) ln z − z + ½ ln 2π leaves out, for z above 0.</summary>
    internal static double Rest(double z)
    {
        double carried = 0;
        for (; z < Reach; z++)
            carried += (z + 0.5) * SpecialFunctions.Log1p(1 / z) - 1;
        double over = 1 / z, squared = over * over;
        return carried + over * (1 / 12.0 - squared * (1 / 360.0 - squared * (1 / 1260.0 - squared * (1 / 1680.0 - squared / 1188))));
    }

    private static double RestSlope(double z)
    {
        double squared = 1 / z / z;
        return -squared * (1 / 12.0 - squared * (1 / 120.0 - squared * (1 / 252.0 - squared * (1 / 240.0 - squared / 132))));
    }
}
