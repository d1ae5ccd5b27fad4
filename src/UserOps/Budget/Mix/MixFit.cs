using UserOps.Samples;
using UserOps.Statistics;

namespace UserOps.Budget;

/// <summary>A fitted model of the mix: what each channel brought, and what else moved the outcome.</summary>
internal sealed class MixFit
{
    // Differences of log-likelihood that move no curve anybody could see.
    private const double RefitTolerance = 1e-3;

    private readonly MixShape _shape;
    private readonly double[] _at;
    private readonly double[] _controls;

    private MixFit(MixData data, MixShape shape, Basis basis, double[] outcome, double[] at)
    {
        (_shape, _at, Data) = (shape, at, data);
        var likelihood = new MixLikelihood(data.Spend, basis, outcome, shape);
        double[][] transformed = [.. data.Spend.Select((_, channel) => likelihood.Transform(channel, At(channel)))];
        Coefficients = likelihood.Coefficients(transformed);
        Adstocks = [.. data.Spend.Select((_, channel) => shape.AdstockAt(At(channel)))];
        Saturations = [.. data.Spend.Select((spend, channel) => shape.SaturationAt(At(channel), Adstocks[channel].Apply(spend).Max()))];
        Contributions = [.. transformed.Select((column, channel) => Array.ConvertAll(column, value => value * Coefficients[channel]))];
        double[] rest = [.. outcome.Select((value, i) => value - Contributions.Sum(column => column[i]))];
        _controls = basis.Coefficients(rest);
        Transformed = transformed;
        Basis = basis;
    }

    public MixData Data { get; }

    public Basis Basis { get; }

    public double[] Coefficients { get; }

    public Adstock[] Adstocks { get; }

    public Saturation[] Saturations { get; }

    public double[][] Transformed { get; }

    /// <summary>What each channel brought in each period.</summary>
    public double[][] Contributions { get; }

    public static MixFit Of(MixData data, MixDefinition definition)
    {
        var shape = new MixShape(definition.Adstock, definition.Saturation);
        var basis = new Basis(data.Controls);
        var likelihood = new MixLikelihood(data.Spend, basis, data.Outcome, shape);
        var box = Box(shape, data.Spend.Length);
        double[][] starts = [.. Enumerable.Range(0, definition.Starts).Select(start => Start(shape, data.Spend.Length, definition.Seed, start))];
        return new(data, shape, basis, data.Outcome, MaximumLikelihood.Find(likelihood.Evaluate, starts, box).Parameters);
    }

    /// <summary>The same model fitted to another outcome with other beliefs, from where this one ended.</summary>
    public MixFit Refit(double[] outcome, ref Chance chance)
    {
        List<double> shift = [];
        for (int channel = 0; channel < Data.Spend.Length; channel++)
            shift.AddRange(_shape.Shift(ref chance));
        var likelihood = new MixLikelihood(Data.Spend, Basis, outcome, _shape, [.. shift]);
        return new(Data, _shape, Basis, outcome, Bfgs.Minimize(likelihood.Evaluate, _at, Box(_shape, Data.Spend.Length), RefitTolerance).Point);
    }

    /// <summary>The curve of a channel for a spend that is the same in every period.</summary>
    public ResponseCurve Curve(int channel) => new(Coefficients[channel], Saturations[channel]) { CarryOver = Adstocks[channel].CarryOver };

    /// <summary>What the model says of a table that begins with the rows it was fitted to.</summary>
    public double[] Predict(MixData data)
    {
        double[] found = new double[data.Count];
        for (int control = 0; control < _controls.Length; control++)
            for (int i = 0; i < found.Length; i++)
                found[i] += _controls[control] * data.Controls[control][i];
        for (int channel = 0; channel < data.Spend.Length; channel++)
        {
            double[] stock = Adstocks[channel].Apply(data.Spend[channel]);
            for (int i = 0; i < found.Length; i++)
                found[i] += Coefficients[channel] * Saturations[channel].Share(stock[i]);
        }
        return found;
    }

    private ReadOnlySpan<double> At(int channel) => _at.AsSpan(channel * _shape.Count, _shape.Count);

    private static ParameterBox Box(MixShape shape, int channels) =>
        new([.. Enumerable.Repeat(shape.Lower, channels).SelectMany(one => one)], [.. Enumerable.Repeat(shape.Upper, channels).SelectMany(one => one)]);

    /// <summary>The middle of what is believed, then points anywhere.</summary>
    private static double[] Start(MixShape shape, int channels, int seed, int start)
    {
        var chance = Chance.For(seed, Purpose.Shuffle, start);
        List<double> at = [];
        for (int channel = 0; channel < channels; channel++)
            foreach (var ((low, high), middle) in shape.Lower.Zip(shape.Upper).Zip(shape.Middle))
                at.Add(start == 0 ? middle : low + (0.1 + 0.8 * chance.Unit()) * (high - low));
        return [.. at];
    }
}
