using System.Numerics;
using System.Runtime.CompilerServices;

namespace UserOps.Segments.Clustering;

/// <summary>Centres laid out so that a block of points is compared with all of them without a branch.</summary>
internal sealed class PackedCentres
{
    private readonly Vector<double>[] _minusTwice, _squares;

    /// <param name="centres">Centred coordinates of each centre.</param>
    public PackedCentres(double[][] centres)
    {
        _minusTwice = [.. centres.SelectMany(centre => centre.Select(value => new Vector<double>(-2 * value)))];
        _squares = [.. centres.Select(centre => new Vector<double>(centre.Sum(value => value * value)))];
    }

    /// <summary>The nearest centre of each point, and its squared distance less the squared distance of the point from the origin.</summary>
    /// <param name="coordinates">One vector a dimension.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (Vector<long> Label, Vector<double> Distance) Nearest(ReadOnlySpan<Vector<double>> coordinates)
    {
        var nearest = new Vector<double>(double.PositiveInfinity);
        var label = Vector<long>.Zero;
        for (int c = 0; c < _squares.Length; c++)
        {
            var distance = _squares[c];
            var centre = _minusTwice.AsSpan(c * coordinates.Length, coordinates.Length);
            for (int d = 0; d < centre.Length; d++)
                distance = Vector.FusedMultiplyAdd(coordinates[d], centre[d], distance);
            label = Vector.ConditionalSelect(Vector.LessThan(distance, nearest), new Vector<long>(c), label);
            nearest = Vector.Min(distance, nearest);
        }
        return (label, nearest);
    }
}
