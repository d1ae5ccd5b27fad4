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
                (double log, double rate) = z < 0 ? LowerNormal(z) : UpperNormal(z);
                return new(log, -rate, rate * (z - rate));
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

    // Below 0 hardly anything is gone yet: what remains is 1 less a tail, and the ratio of tail and density would overflow.
    private static (double Log, double Rate) LowerNormal(double z)
    {
        double gone = SpecialFunctions.Erfc(-z / Math.Sqrt(2)) / 2;
        return (SpecialFunctions.Log1p(-gone), Math.Exp(-z * z / 2 - LogRootTwoPi) / (1 - gone));
    }

    // The hazard is the density over the tail; by a continued fraction where both vanish.
    private static (double Log, double Rate) UpperNormal(double z)
    {
        double rate = z;
        if (z < 5)
            rate = Math.Exp(-z * z / 2 - LogRootTwoPi) / (SpecialFunctions.Erfc(z / Math.Sqrt(2)) / 2);
        else
            for (int k = 60; k >= 1; k--)
                rate = z + k / rate;
        return (-z * z / 2 - LogRootTwoPi - Math.Log(rate), rate);
    }
}
