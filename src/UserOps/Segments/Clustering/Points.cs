using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace UserOps.Segments.Clustering;

/// <summary>Points in space, centred on their mean and packed so that as many of them as the processor takes at once lie together.</summary>
internal sealed class Points
{
    /// <summary>How many points lie together.</summary>
    public static readonly int Lanes = Vector<double>.Count;

    private Points(Vector<double>[] packed, int count, double[] origin) => (Packed, Count, Origin) = (packed, count, origin);

    /// <summary>Block after block of points; within a block one vector a dimension. The last block is filled up with points at the origin.</summary>
    public Vector<double>[] Packed { get; }

    /// <summary>How many points there are.</summary>
    public int Count { get; }

    /// <summary>How many dimensions a point has.</summary>
    public int Dimensions => Origin.Length;

    /// <summary>How many blocks there are.</summary>
    public int Blocks => (Count + Lanes - 1) / Lanes;

    /// <summary>The mean of all points, in the coordinates that were given.</summary>
    public double[] Origin { get; }

    /// <summary>The coordinates of one dimension after the other, centred; see <see cref="At"/> for their places.</summary>
    public Span<double> Coordinates => MemoryMarshal.Cast<Vector<double>, double>(Packed.AsSpan());

    /// <summary>Packs points given as one array a dimension.</summary>
    public static Points Of(IReadOnlyList<double[]> columns)
    {
        int count = columns[0].Length;
        var points = new Points(new Vector<double>[(count + Lanes - 1) / Lanes * columns.Count], count, [.. columns.Select(Mean)]);
        var coordinates = points.Coordinates;
        for (int d = 0; d < columns.Count; d++)
            for (int i = 0; i < count; i++)
                coordinates[points.At(i, d)] = columns[d][i] - points.Origin[d];
        return points;
    }

    /// <summary>Where a coordinate of a point is kept.</summary>
    public int At(int point, int dimension) => (point / Lanes * Dimensions + dimension) * Lanes + point % Lanes;

    /// <summary>The coordinates of a point, centred.</summary>
    public double[] this[int point] => [.. Enumerable.Range(0, Dimensions).Select(d => Coordinates[At(point, d)])];

    /// <summary>Some of the points, a point as often as it is named, about the same origin.</summary>
    public Points Take(ReadOnlySpan<int> which)
    {
        var taken = new Points(new Vector<double>[(which.Length + Lanes - 1) / Lanes * Dimensions], which.Length, Origin);
        Span<double> from = Coordinates, to = taken.Coordinates;
        for (int i = 0; i < which.Length; i++)
            for (int d = 0; d < Dimensions; d++)
                to[taken.At(i, d)] = from[At(which[i], d)];
        return taken;
    }

    /// <summary>Squared distances of all points of a block from a place.</summary>
    /// <param name="block">The number of the block.</param>
    /// <param name="place">The centred coordinates of the place.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Vector<double> SquaredDistances(int block, ReadOnlySpan<double> place)
    {
        var sum = Vector<double>.Zero;
        var coordinates = Packed.AsSpan(block * Dimensions, Dimensions);
        for (int d = 0; d < coordinates.Length; d++)
        {
            var difference = coordinates[d] - new Vector<double>(place[d]);
            sum = Vector.FusedMultiplyAdd(difference, difference, sum);
        }
        return sum;
    }

    /// <summary>How many points of a block are real: fewer than <see cref="Lanes"/> only in the last one.</summary>
    public int Filled(int block) => Math.Min(Lanes, Count - block * Lanes);

    /// <summary>The sum over the real points of a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Sum(int block, Vector<double> values)
    {
        int filled = Filled(block);
        if (filled == Lanes)
            return Vector.Sum(values);
        double sum = 0;
        for (int lane = 0; lane < filled; lane++)
            sum += values[lane];
        return sum;
    }

    private static double Mean(double[] values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        return sum / values.Length;
    }
}
