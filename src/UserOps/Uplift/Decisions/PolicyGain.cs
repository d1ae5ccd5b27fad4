using MathNet.Numerics.Distributions;
using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Uplift;

/// <summary>What a rule that gives each user an arm, or none, gains over leaving everybody alone.</summary>
/// <param name="Value">The gain for each user, contacted or not; NaN where an arm that the rule gives was seen too seldom to tell.</param>
/// <param name="Influences">How much each user pulls the value.</param>
/// <remarks>
/// Inverse-probability weighting with weights that are normalised among the users whom the rule gives the same arm (Hájek): their mean outcome when they got it less
/// their mean when left alone. Standard error from influence functions, the size of the contacted part included: J. Robins, A. Rotnitzky, L. Zhao (1994).
/// </remarks>
internal sealed record PolicyGain(double Value, double[] Influences)
{
    /// <summary>No arm: the user is left alone.</summary>
    public const int Alone = 0;

    public bool IsKnown => !double.IsNaN(Value);

    public double StandardError => Math.Sqrt(Influences.Sum(one => one * one) / (Influences.Length - 1) / Influences.Length);

    /// <param name="users">Users who were assigned by lot.</param>
    /// <param name="arms">The arm that the rule gives each.</param>
    /// <param name="gain">What a change of the outcome by so much is worth, the cost of the contact subtracted.</param>
    public static PolicyGain Of(AssignedUsers users, IReadOnlyList<int> arms, UpliftOffer gain)
    {
        double[] influences = new double[users.Count];
        double value = 0;
        foreach (int arm in arms.Distinct().Where(arm => arm != Alone))
            value += Add(users, arm, [.. Enumerable.Range(0, users.Count).Where(row => arms[row] == arm)], gain, influences);
        for (int row = 0; row < influences.Length; row++)
            influences[row] -= value;
        return new(value, influences);
    }

    public Estimate Per(double users, double level) => ToEstimate(Value, StandardError, users, level);

    /// <summary>By how much this rule gains more than another on the same users.</summary>
    public Estimate Over(PolicyGain other, double users, double level)
    {
        PolicyGain difference = new(Value - other.Value, [.. Influences.Zip(other.Influences, (one, two) => one - two)]);
        return difference.Per(users, level);
    }

    /// <summary>Writes the pull of the users who get an arm, and gives their part of the value.</summary>
    private static double Add(AssignedUsers users, int arm, int[] rows, UpliftOffer offer, double[] influences)
    {
        var effect = MeanDifference.Of(users, rows, arm);
        if (!effect.IsKnown)
            return double.NaN;
        double treatedShare = (double)effect.Treated.Count / rows.Length, controlShare = (double)effect.Control.Count / rows.Length, each = offer.Gain(effect.Value);
        foreach (int row in rows)
        {
            double pull = users.ArmOf[row] == arm ? (users.Outcomes[row] - effect.Treated.Mean!.Value) / treatedShare
                : users.ArmOf[row] == Alone ? -(users.Outcomes[row] - effect.Control.Mean!.Value) / controlShare : 0;
            influences[row] = offer.Value * pull + each;
        }
        return each * rows.Length / users.Count;
    }

    private static Estimate ToEstimate(double value, double error, double users, double level)
    {
        double half = Normal.InvCDF(0, 1, 0.5 + level / 2) * error * users;
        return new(value * users, new Interval(value * users - half, value * users + half, level));
    }
}
