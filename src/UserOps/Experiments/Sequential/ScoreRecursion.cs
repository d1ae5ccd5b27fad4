using MathNet.Numerics.Integration;
using UserOps.Statistics;

namespace UserOps.Experiments.Sequential;

/// <summary>The score of a difference, look after look: how much of its distribution is still between the bounds, and how much leaves at the next look.</summary>
/// <remarks>
/// P. Armitage, C. K. McPherson and B. C. Rowe (1969), "Repeated significance tests on accumulating data", JRSS A 132; C. Jennison and B. W. Turnbull (2000),
/// "Group Sequential Methods with Applications to Clinical Trials", chapter 19. At information I the score is normal with mean θI and variance I, and its
/// increments are independent. The density is kept at Gauss–Legendre points so dense that each step is integrated to about twelve digits.
/// </remarks>
internal sealed class ScoreRecursion
{
    // Further than nine standard deviations out, less than 1e-18 is left.
    private const double Reach = 9;
    private static readonly GaussLegendreRule Rule = new(0, 1, 12);

    private readonly IReadOnlyList<double> _information;
    private readonly double _drift;
    private double[] _at = [0], _mass = [1];

    /// <summary>The score before the first look.</summary>
    /// <param name="information">The information at each look, ascending.</param>
    /// <param name="drift">The mean of the score per unit of information: 0 where nothing differs.</param>
    public ScoreRecursion(IReadOnlyList<double> information, double drift = 0) => (_information, _drift) = (information, drift);

    /// <summary>Looks taken so far.</summary>
    public int Looks { get; private set; }

    /// <summary>The chance to come to the next look and to be above a z value there.</summary>
    public double Above(double z) => Beyond(z * Math.Sqrt(_information[Looks]), 1);

    /// <summary>The chance to come to the next look and to be below a z value there.</summary>
    public double Below(double z) => Beyond(z * Math.Sqrt(_information[Looks]), -1);

    /// <summary>Takes the next look and goes on between two z values.</summary>
    public void GoOn(double lower, double upper)
    {
        double information = _information[Looks], root = Math.Sqrt(information), step = Step(Looks);
        double low = Math.Max(lower * root, _drift * information - Reach * root), high = Math.Min(upper * root, _drift * information + Reach * root);
        // The next step integrates this density against its own kernel: the narrower of both decides how fine the points are.
        double finest = Math.Sqrt(Looks + 1 < _information.Count ? Math.Min(step, Step(Looks + 1)) : step);
        int panels = high > low ? (int)Math.Ceiling((high - low) / (2 * finest)) : 0;
        double[] at = new double[panels * Rule.Order], mass = new double[at.Length];
        double width = (high - low) / Math.Max(1, panels);
        for (int i = 0; i < at.Length; i++)
        {
            at[i] = low + width * (i / Rule.Order + Rule.GetAbscissa(i % Rule.Order));
            mass[i] = width * Rule.GetWeight(i % Rule.Order) * Density(at[i], step);
        }
        (_at, _mass) = (at, mass);
        Looks++;
    }

    private double Density(double score, double step)
    {
        double spread = Math.Sqrt(step), sum = 0;
        for (int i = 0; i < _at.Length; i++)
        {
            double z = (score - _at[i] - _drift * step) / spread;
            sum += _mass[i] * Math.Exp(-0.5 * z * z);
        }
        return sum / (spread * Math.Sqrt(2 * Math.PI));
    }

    private double Beyond(double score, int side)
    {
        double step = Step(Looks), spread = Math.Sqrt(step), sum = 0;
        for (int i = 0; i < _at.Length; i++)
            sum += _mass[i] * Tails.Above(side * (score - _at[i] - _drift * step) / spread);
        return sum;
    }

    private double Step(int look) => _information[look] - (look == 0 ? 0 : _information[look - 1]);
}
