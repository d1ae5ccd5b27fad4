using MathNet.Numerics.Distributions;
using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Uplift;

/// <summary>The mean outcome of the treated less that of those left alone.</summary>
/// <param name="Treated">Sums of the treated.</param>
/// <param name="Control">Sums of those left alone.</param>
/// <param name="IsBinary">Whether outcomes are yes or no.</param>
/// <remarks>
/// The standard error adds the variances of both means. Rates: Wilson bounds joined by the square-and-add rule, R. G. Newcombe (1998), "Interval estimation for
/// the difference between independent proportions", Statistics in Medicine 17, method 10. Amounts: B. L. Welch (1947). A few very large amounts make it too narrow.
/// </remarks>
public readonly record struct MeanDifference(MeanSums Treated, MeanSums Control, bool IsBinary)
{
    /// <summary>Whether both arms have two users or more.</summary>
    public bool IsKnown => Treated.Count >= 2 && Control.Count >= 2;

    /// <summary>The difference, in the unit of the outcome; 0 where an arm is empty.</summary>
    public double Value => Treated.Count == 0 || Control.Count == 0 ? 0 : Treated.Mean!.Value - Control.Mean!.Value;

    /// <summary>The standard error of the difference; NaN where it is not known.</summary>
    public double StandardError => Math.Sqrt(SquaredError(Treated) + SquaredError(Control));

    /// <summary>The interval; null where it is not known.</summary>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    public Interval? Interval(double level = 0.95) => !IsKnown ? null : IsBinary ? Newcombe(level) : Welch(level);

    internal static MeanDifference Of(AssignedUsers users, IEnumerable<int> rows, int arm = -1)
    {
        MeanSums treated = default, control = default;
        foreach (int row in rows)
            if (users.ArmOf[row] == 0)
                control = control.Add(users.Outcomes[row]);
            else if (arm < 0 || users.ArmOf[row] == arm)
                treated = treated.Add(users.Outcomes[row]);
        return new(treated, control, users.IsBinary);
    }

    private Interval Newcombe(double level)
    {
        var treated = Wilson.Interval((long)Treated.Sum, Treated.Count, level);
        var control = Wilson.Interval((long)Control.Sum, Control.Count, level);
        double p = Treated.Mean!.Value, q = Control.Mean!.Value;
        return new(
            Value - Math.Sqrt((p - treated.Lower) * (p - treated.Lower) + (control.Upper - q) * (control.Upper - q)),
            Value + Math.Sqrt((treated.Upper - p) * (treated.Upper - p) + (q - control.Lower) * (q - control.Lower)), level);
    }

    private Interval Welch(double level)
    {
        double a = SquaredError(Treated), b = SquaredError(Control), all = a + b;
        double degrees = all > 0 ? all * all / (a * a / (Treated.Count - 1) + b * b / (Control.Count - 1)) : 1;
        double half = StudentT.InvCDF(0, 1, degrees, 0.5 + level / 2) * Math.Sqrt(all);
        return new(Value - half, Value + half, level);
    }

    private static double SquaredError(MeanSums sums) => sums.Count < 2
        ? double.NaN : Math.Max(0, sums.SumOfSquares - sums.Sum * sums.Sum / sums.Count) / (sums.Count - 1) / sums.Count;
}
