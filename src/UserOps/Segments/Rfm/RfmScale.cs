using MathNet.Numerics.Statistics;
using UserOps.Display;

namespace UserOps.Segments.Rfm;

/// <summary>Where recency, frequency or money are cut into five scores.</summary>
public abstract record RfmScale
{
    private const int Cuts = 4;

    private RfmScale() { }

    /// <summary>The cut points for values in ascending order.</summary>
    internal abstract double[] CutsOf(double[] sorted, CutRule rule, string what);

    /// <summary>Fifths of the customers: the quantiles at 20, 40, 60 and 80 %, interpolated between values (type 7 of Hyndman and Fan, as in R and NumPy).</summary>
    public sealed record Quintiles : RfmScale
    {
        /// <inheritdoc/>
        public override string ToString() => "quintiles";

        internal override double[] CutsOf(double[] sorted, CutRule rule, string what)
        {
            if (sorted[0] == sorted[^1])
                throw new InsufficientDataException(
                    $"{what} {Format.Plain.Write(sorted[0])} for all {Caption.Count(sorted.Length)} customers", "at least two different values for quintiles",
                    $"Give break points: new {nameof(RfmScale)}.{nameof(Breaks)}(…).");
            double shift = rule == CutRule.BelowCutPlusOne ? 1 : 0;
            return [.. Enumerable.Range(1, Cuts).Select(fifth => SortedArrayStatistics.QuantileCustom(sorted, fifth / (Cuts + 1.0), QuantileDefinition.R7) + shift)];
        }
    }

    /// <summary>Four fixed break points, which make scores comparable between dates and between exports.</summary>
    public sealed record Breaks : RfmScale
    {
        private readonly double[] _points;

        /// <summary>Four points in ascending order: the best or worst score lies beyond the last, see <see cref="CutRule"/> for values equal to one.</summary>
        /// <exception cref="UserOpsException">There are not four, or they do not ascend.</exception>
        public Breaks(params IReadOnlyList<double> points)
        {
            _points = [.. points];
            if (_points.Length != Cuts || _points.Zip(_points.Skip(1)).Any(pair => !(pair.First < pair.Second)) || !_points.All(double.IsFinite))
                throw new UserOpsException($"Break points ({this}) cannot make five scores; {Cuts} finite numbers in ascending order are needed, such as 30, 60, 90, 180.");
        }

        /// <summary>The four points.</summary>
        public IReadOnlyList<double> Points => _points;

        /// <inheritdoc/>
        public bool Equals(Breaks? other) => other is not null && _points.SequenceEqual(other._points);

        /// <inheritdoc/>
        public override int GetHashCode() => _points.Aggregate(0, HashCode.Combine);

        /// <inheritdoc/>
        public override string ToString() => string.Join(", ", _points.Select(point => Format.Plain.Write(point)));

        internal override double[] CutsOf(double[] sorted, CutRule rule, string what) => _points;
    }
}
