namespace UserOps.Statistics;

/// <summary>Bounds of parameters; where both bounds are equal the parameter is fixed.</summary>
/// <param name="Lower">Lower bounds; negative infinity where there is none.</param>
/// <param name="Upper">Upper bounds; infinity where there is none.</param>
internal sealed record ParameterBox(IReadOnlyList<double> Lower, IReadOnlyList<double> Upper)
{
    /// <summary>No bounds.</summary>
    public static ParameterBox Unbounded(int size) => Around(size, double.PositiveInfinity);

    /// <summary>The same distance from 0 to both sides for every parameter.</summary>
    public static ParameterBox Around(int size, double limit) =>
        new([.. Enumerable.Repeat(-limit, size)], [.. Enumerable.Repeat(limit, size)]);

    /// <summary>The same box with one parameter fixed.</summary>
    public ParameterBox Fix(int index, double value) =>
        new([.. Lower.Select((bound, i) => i == index ? value : bound)], [.. Upper.Select((bound, i) => i == index ? value : bound)]);

    /// <summary>The nearest value inside; a value within rounding of a bound is the bound.</summary>
    public double Clamp(int index, double value)
    {
        double rounding = 1e-12 * (1 + Math.Abs(value));
        return value <= Lower[index] + rounding ? Lower[index] : value >= Upper[index] - rounding ? Upper[index] : value;
    }

    /// <summary>Whether the parameter is fixed, or at a bound through which the move would take it.</summary>
    public bool Blocks(int index, double value, double move) =>
        Lower[index] == Upper[index] || move != 0 && (move < 0 ? value <= Lower[index] : value >= Upper[index]);

    /// <summary>How many times the direction fits between the point and the first bound that it meets.</summary>
    public double Reach(ReadOnlySpan<double> point, ReadOnlySpan<double> direction)
    {
        double reach = double.PositiveInfinity;
        for (int i = 0; i < point.Length; i++)
            if (direction[i] != 0)
                reach = Math.Min(reach, ((direction[i] > 0 ? Upper[i] : Lower[i]) - point[i]) / direction[i]);
        return reach;
    }
}
