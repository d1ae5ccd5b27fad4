using UserOps.Samples;

namespace UserOps.Budget;

/// <summary>How the numbers that a search moves stand for the ad-stock and the saturation of a channel.</summary>
/// <remarks>
/// Weak beliefs keep the search from curves that the data do not ask for: the logarithms of half-saturation, as a part of the largest ad-stock, and of the exponents are taken as normal with
/// the deviations below. The part kept by a geometric ad-stock is taken as equally likely between 0 and 0.9.
/// </remarks>
internal sealed class MixShape(AdstockKind adstock, SaturationKind saturation)
{
    // Mean, deviation and bounds of each number.
    private static readonly Belief Theta = new(double.NaN, double.NaN, 0, 0.9), LogShape = new(0, 0.7, -1.5, 2), Scale = new(double.NaN, double.NaN, 0.01, 0.6),
        LogHalf = new(Math.Log(0.6), 0.8, Math.Log(0.05), Math.Log(6)), LogSteepness = new(Math.Log(1.2), 0.4, Math.Log(0.4), Math.Log(4));

    private readonly Belief[] _beliefs =
    [
        .. adstock == AdstockKind.Geometric ? (Belief[])[Theta] : [LogShape, Scale], LogHalf,
        .. saturation == SaturationKind.Hill ? (Belief[])[LogSteepness] : [],
    ];

    public int Count => _beliefs.Length;

    /// <summary>How many of the numbers stand for the ad-stock; they come first, then half-saturation, then, for Hill's curve, steepness.</summary>
    public int AdstockCount { get; } = adstock == AdstockKind.Geometric ? 1 : 2;

    public double SteepnessAt(ReadOnlySpan<double> at) => saturation == SaturationKind.Hill ? Math.Exp(at[^1]) : 1;

    public IEnumerable<double> Lower => _beliefs.Select(belief => belief.Lower);

    public IEnumerable<double> Upper => _beliefs.Select(belief => belief.Upper);

    public IEnumerable<double> Middle => _beliefs.Select(belief => double.IsNaN(belief.Mean) ? 0.3 * belief.Upper : belief.Mean);

    /// <summary>Beliefs moved by as much as they are unsure, for the numbers of one channel.</summary>
    public double[] Shift(ref Chance chance)
    {
        double[] shift = new double[Count];
        for (int i = 0; i < Count; i++)
            shift[i] = double.IsNaN(_beliefs[i].Mean) ? 0 : _beliefs[i].Deviation * chance.Normal();
        return shift;
    }

    /// <summary>Minus the logarithm of the belief in some numbers, and its derivatives added to a gradient.</summary>
    /// <param name="at">The numbers.</param>
    /// <param name="shift">By how much the beliefs are moved.</param>
    /// <param name="gradient">The derivatives are added here.</param>
    public double Doubt(ReadOnlySpan<double> at, ReadOnlySpan<double> shift, Span<double> gradient)
    {
        double doubt = 0;
        for (int i = 0; i < at.Length; i++)
        {
            if (double.IsNaN(_beliefs[i].Mean))
                continue;
            double off = (at[i] - _beliefs[i].Mean - shift[i]) / _beliefs[i].Deviation;
            doubt += off * off / 2;
            gradient[i] += off / _beliefs[i].Deviation;
        }
        return doubt;
    }

    /// <summary>The places a step to both sides of a number, within its bounds.</summary>
    public (double Lower, double Upper) Around(int i, double value, double step) => (Math.Max(_beliefs[i].Lower, value - step), Math.Min(_beliefs[i].Upper, value + step));

    public Adstock AdstockAt(ReadOnlySpan<double> at) => adstock switch
    {
        AdstockKind.Geometric => new Adstock.Geometric(at[0]),
        AdstockKind.WeibullCdf => new Adstock.WeibullCdf(Math.Exp(at[0]), at[1]),
        _ => new Adstock.WeibullPdf(Math.Exp(at[0]), at[1]),
    };

    /// <param name="at">The numbers.</param>
    /// <param name="largest">The largest ad-stock.</param>
    public Saturation SaturationAt(ReadOnlySpan<double> at, double largest) => saturation == SaturationKind.Hill
        ? new Saturation.Hill(Math.Exp(at[^2]) * largest, Math.Exp(at[^1]))
        : new Saturation.MichaelisMenten(Math.Exp(at[^1]) * largest);

    private sealed record Belief(double Mean, double Deviation, double Lower, double Upper);
}
