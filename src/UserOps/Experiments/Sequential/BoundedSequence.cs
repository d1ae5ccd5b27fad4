using MathNet.Numerics;

namespace UserOps.Experiments.Sequential;

/// <summary>The always-valid difference of a metric that is cut at a cap, such as revenue per user up to 1,000; exact from the first user on.</summary>
/// <remarks>
/// Predictable plug-in empirical Bernstein: I. Waudby-Smith and A. Ramdas (2024), "Estimating means of bounded random variables by betting", JRSS B 86, theorem 2. Each user
/// gives value ÷ θ in treatment and −value ÷ (1 − θ) in control, θ being the planned share of treatment: the mean of that is the difference of the capped means. The cap must
/// be fixed before the experiment, and users must be added in the order in which they came.
/// </remarks>
public sealed class BoundedSequence
{
    // Bets beyond half of what could ruin them gain little and lose much.
    private const double LargestBet = 0.5;

    private readonly double _share, _cap, _low, _width, _logLimit;
    private readonly EffectTest _test;
    private double _sum, _squares = 0.25, _bets, _betSum, _penalty, _lower = double.NegativeInfinity, _upper = double.PositiveInfinity, _evidence;

    /// <summary>Begins before the first user.</summary>
    /// <param name="cap">The value at which the metric is cut, above 0.</param>
    /// <param name="treatmentShare">The planned share of users assigned to treatment, between 0 and 1.</param>
    /// <param name="test">Level, alternative and hypothesised difference.</param>
    /// <exception cref="UserOpsException">A number is out of its range.</exception>
    public BoundedSequence(double cap, double treatmentShare = 0.5, EffectTest? test = null)
    {
        Require.That(cap > 0 && double.IsFinite(cap), $"a cap of {cap}; a number above 0 is needed");
        Require.That(treatmentShare is > 0 and < 1, $"a treatment with {treatmentShare} of the users; a share between 0 and 1 is needed");
        (_cap, _share, _test) = (cap, treatmentShare, (test ?? EffectTest.Usual).Checked());
        (_low, _width) = (-cap / (1 - treatmentShare), cap / (1 - treatmentShare) + cap / treatmentShare);
        _logLimit = -Math.Log(_test.Tail);
    }

    /// <summary>Users of control so far.</summary>
    public long ControlCount { get; private set; }

    /// <summary>Users of treatment so far.</summary>
    public long TreatmentCount { get; private set; }

    /// <summary>Users whose value was cut at the cap.</summary>
    public long Capped { get; private set; }

    /// <summary>Adds the next user.</summary>
    /// <param name="treated">Whether it is in treatment.</param>
    /// <param name="value">Its value, 0 or more; above the cap it counts as the cap.</param>
    /// <exception cref="UserOpsException">The value is negative or no number.</exception>
    public void Add(bool treated, double value)
    {
        Require.That(value >= 0, $"a value of {value}; 0 or more is needed");
        Capped += value > _cap ? 1 : 0;
        double kept = Math.Min(value, _cap), unit = ((treated ? kept / _share : -kept / (1 - _share)) - _low) / _width;
        // All that the bet rests on was known before this user came.
        long before = ControlCount + TreatmentCount;
        double variance = _squares / (before + 1), mean = (0.5 + _sum) / (before + 1);
        double bet = Math.Min(LargestBet, Math.Sqrt(2 * _logLimit / (variance * (before + 1) * Math.Log(before + 2))));
        (ControlCount, TreatmentCount) = treated ? (ControlCount, TreatmentCount + 1) : (ControlCount + 1, TreatmentCount);
        _penalty += (unit - mean) * (unit - mean) * (-SpecialFunctions.Log1p(-bet) - bet);
        (_bets, _betSum, _sum) = (_bets + bet, _betSum + bet * unit, _sum + unit);
        double now = (0.5 + _sum) / (before + 2);
        _squares += (unit - now) * (unit - now);
        Narrow();
    }

    /// <summary>The difference with its interval, the tightest of all moments so far.</summary>
    /// <exception cref="InsufficientDataException">An arm has no users yet.</exception>
    public EffectEstimate ToEstimate()
    {
        if (ControlCount == 0 || TreatmentCount == 0)
            throw new InsufficientDataException($"{ControlCount} users in control and {TreatmentCount} in treatment", "at least one in each", "Wait before looking.");
        return new()
        {
            Scale = EffectScale.Absolute,
            Value = _low + _width * _betSum / _bets,
            Interval = EffectEstimate.Bounds(_lower, _upper, _test),
            PValue = Math.Min(1, (_test.Alternative == Alternative.TwoSided ? 2 : 1) * Math.Exp(-_evidence)),
            Test = _test,
            Method = "empirical Bernstein confidence sequence",
            ControlCount = ControlCount,
            TreatmentCount = TreatmentCount,
            Notes = [FormattableString.Invariant($"Values are cut at {_cap:0.##}: the difference is that of the capped metric ({Capped} users were cut).")],
        };
    }

    private void Narrow()
    {
        double centre = _betSum / _bets, half = (_logLimit + _penalty) / _bets;
        _lower = Math.Max(_lower, _low + _width * (centre - half));
        _upper = Math.Min(_upper, _low + _width * (centre + half));
        double distance = _betSum - _bets * (_test.Null - _low) / _width;
        double towards = _test.Alternative switch { Alternative.Greater => distance, Alternative.Less => -distance, _ => Math.Abs(distance) };
        _evidence = Math.Max(_evidence, towards - _penalty);
    }
}
