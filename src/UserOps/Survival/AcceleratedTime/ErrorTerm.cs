using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace UserOps.Survival;

/// <summary>A log-density or log-survival at a standardised log time, with its first two derivatives.</summary>
internal readonly record struct LogTerm(double Value, double First, double Second);

/// <summary>The standardised error of the logarithm of time for each distribution.</summary>
internal static class ErrorTerm
{
    private const double LogRootTwoPi = 0.91893853320467274;

    /// <summary>The logarithm of the density.</summary>
    public static LogTerm Density(LifetimeDistribution distribution, double z)
    {
        switch (distribution)
        {
            case LifetimeDistribution.LogNormal:
                return new(-z * z / 2 - LogRootTwoPi, -z, -1);
            case LifetimeDistribution.LogLogistic:
                double p = SpecialFunctions.Logistic(z);
                return new(z - 2 * LogOnePlusExp(z), 1 - 2 * p, -2 * p * (1 - p));
            default:
                double hazard = Math.Exp(z);
                return new(z - hazard, 1 - hazard, -hazard);
        }
    }

    /// <summary>The logarithm of the survival.</summary>
    public static LogTerm Survival(LifetimeDistribution distribution, double z)
    {
        switch (distribution)
        {
            case LifetimeDistribution.LogNormal:
                double ratio = MillsRatio(z);
                return new(-z * z / 2 - LogRootTwoPi + Math.Log(ratio), -1 / ratio, (z - 1 / ratio) / ratio);
            case LifetimeDistribution.LogLogistic:
                double p = SpecialFunctions.Logistic(z);
                return new(-LogOnePlusExp(z), -p, -p * (1 - p));
            default:
                double hazard = Math.Exp(z);
                return new(-hazard, -hazard, -hazard);
        }
    }

    /// <summary>The standardised log time at which a share has had the event.</summary>
    public static double Quantile(LifetimeDistribution distribution, double share) => distribution switch
    {
        LifetimeDistribution.LogNormal => Normal.InvCDF(0, 1, share),
        LifetimeDistribution.LogLogistic => Math.Log(share / (1 - share)),
        _ => Math.Log(-Math.Log(1 - share)),
    };

    /// <summary>Mean and standard deviation of the error, from which a fit starts.</summary>
    public static (double Mean, double Deviation) Moments(LifetimeDistribution distribution) => distribution switch
    {
        LifetimeDistribution.LogNormal => (0, 1),
        LifetimeDistribution.LogLogistic => (0, Math.PI / Math.Sqrt(3)),
        _ => (-Constants.EulerMascheroni, Math.PI / Math.Sqrt(6)),
    };

    private static double LogOnePlusExp(double z) => z > 0 ? z + Math.Log(1 + Math.Exp(-z)) : Math.Log(1 + Math.Exp(z));

    /// <summary>The normal's upper tail divided by its density; by a continued fraction where both vanish.</summary>
    private static double MillsRatio(double z)
    {
        if (z < 5)
            return SpecialFunctions.Erfc(z / Math.Sqrt(2)) / 2 * Math.Exp(z * z / 2 + LogRootTwoPi);
        double fraction = z;
        for (int k = 60; k >= 1; k--)
            fraction = z + k / fraction;
        return 1 / fraction;
    }
}
