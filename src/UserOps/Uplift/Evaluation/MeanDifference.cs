using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Uplift;

/// <summary>The mean outcome of the treated less that of those left alone.</summary>
/// <param name="Treated">Sums of the treated.</param>
/// <param name="Control">Sums of those left alone.</param>
/// <param name="IsBinary">Whether outcomes are yes or no.</param>
/// <remarks>Rates have Newcombe's interval, amounts Welch's, which a few very large amounts make too narrow.</remarks>
public readonly record struct MeanDifference(MeanSums Treated, MeanSums Control, bool IsBinary)
{
    /// <summary>Whether both arms have two users or more.</summary>
    public bool IsKnown => Treated.Count >= 2 && Control.Count >= 2;

    /// <summary>The difference, in the unit of the outcome; 0 where an arm is empty.</summary>
    public double Value => Treated.Count == 0 || Control.Count == 0 ? 0 : Treated.Mean!.Value - Control.Mean!.Value;

    /// <summary>The standard error of the difference; NaN where it is not known.</summary>
    public double StandardError => Math.Sqrt(Treated.SquaredError + Control.SquaredError);

    /// <summary>The interval; null where it is not known.</summary>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    public Interval? Interval(double level = 0.95) => !IsKnown ? null
        : IsBinary ? Newcombe.Difference((long)Treated.Sum, Treated.Count, (long)Control.Sum, Control.Count, level)
        : Welch.Of(Treated.SquaredError, Treated.Count, Control.SquaredError, Control.Count).Around(Value, level);

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
}
