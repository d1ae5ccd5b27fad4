using MathNet.Numerics.Distributions;
using UserOps.Display;

namespace UserOps.Campaigns;

/// <summary>Two groups of units, each unit counting as one number.</summary>
internal sealed class UnitGroups(IReadOnlyList<int> treated, IReadOnlyList<int> controls)
{
    /// <summary>The difference of the means with Student's interval for equal spread; no interval with two units or without spread.</summary>
    public UnitComparison Compare(double[] values, double level)
    {
        double mean = treated.Average(unit => values[unit]), other = controls.Average(unit => values[unit]);
        int degrees = treated.Count + controls.Count - 2;
        double squares = treated.Sum(unit => Square(values[unit] - mean)) + controls.Sum(unit => Square(values[unit] - other));
        double difference = mean - other;
        if (degrees < 1 || !(squares > 1e-24 * (1 + Square(mean) + Square(other))))
            return new(difference, null, null, null);
        double error = Math.Sqrt(squares / degrees * (1.0 / treated.Count + 1.0 / controls.Count));
        double half = StudentT.InvCDF(0, 1, degrees, 0.5 + level / 2) * error;
        return new(difference, error, new(difference - half, difference + half, level), 2 * StudentT.CDF(0, 1, degrees, -Math.Abs(difference / error)));
    }

    /// <summary>The difference of the means.</summary>
    public double Difference(double[] values) => treated.Average(unit => values[unit]) - controls.Average(unit => values[unit]);

    private static double Square(double value) => value * value;
}

/// <summary>The difference between two groups of units.</summary>
/// <param name="Difference">Treated less untreated.</param>
/// <param name="Error">Its standard error; null where units give none.</param>
/// <param name="Interval">Its interval; null where units give none.</param>
/// <param name="PValue">Of no difference; null where units give none.</param>
internal readonly record struct UnitComparison(double Difference, double? Error, Interval? Interval, double? PValue);
