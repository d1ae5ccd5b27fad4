using ScottPlot;
using ScottPlot.TickGenerators;

namespace UserOps.Display.Charts;

/// <summary>Where values lie between two pixel positions, with round ticks that enclose them.</summary>
internal sealed class ValueScale
{
    private readonly double _low;
    private readonly double _high;
    private readonly double _from;
    private readonly double _to;
    private readonly double _step;

    /// <summary>A scale from the pixel of the low end to the pixel of the high end.</summary>
    public ValueScale(IEnumerable<double> values, double from, double to, bool zero, double labelSize = 36)
    {
        double[] finite = [.. values.Where(double.IsFinite), .. zero ? [0.0] : Array.Empty<double>()];
        (_low, _high) = finite.Length == 0 ? (0, 1) : (finite.Min(), finite.Max());
        if (!(_high > _low))
            (_low, _high) = _low == 0 ? (0, 1) : (Math.Min(0, _low), Math.Max(0, _low));
        (_from, _to) = (from, to);
        double[] found = new DecimalTickSpacingCalculator().GenerateTickPositions(
            new CoordinateRange(_low, _high), new PixelLength((float)Math.Abs(to - from)), new PixelLength((float)labelSize));
        _step = found.Length > 1 ? found[1] - found[0] : _high - _low;
        _low = Math.Floor(_low / _step + 1e-9) * _step;
        _high = Math.Ceiling(_high / _step - 1e-9) * _step;
        Ticks = [.. Enumerable.Range(0, (int)Math.Round((_high - _low) / _step) + 1).Select(i => Math.Round(_low + i * _step, 12))];
    }

    public IReadOnlyList<double> Ticks { get; }

    public double At(double value) => _from + (value - _low) / (_high - _low) * (_to - _from);

    /// <summary>A tick as the format prints it, with the decimals that tell it from its neighbours and no unit word.</summary>
    public string Label(Format format, double tick)
    {
        int digits = Math.Clamp((int)Math.Ceiling(-Math.Log10(_step * (format.Kind is FormatKind.Percent or FormatKind.Points ? 100 : 1)) - 1e-9), 0, 8);
        return format.Kind switch
        {
            FormatKind.Percent => Format.Percent(digits).Write(tick),
            FormatKind.Points => Format.Points(digits).Write(tick),
            FormatKind.Money when !format.Unit.All(char.IsLetter) => Format.Money(format.Unit, digits).Write(tick),
            FormatKind.Duration => format.Write(tick),
            _ => Format.Number(digits).Write(tick),
        };
    }
}
