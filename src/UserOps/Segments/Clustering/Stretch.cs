using System.Numerics;
using System.Runtime.CompilerServices;

namespace UserOps.Segments.Clustering;

/// <summary>Blocks of points that one thread works on at a time, and what a round changed in them.</summary>
internal sealed class Stretch
{
    private const int Length = 4096;

    private readonly int _from, _to;
    private readonly double[] _sums;
    private readonly int[] _counts;

    private Stretch(int from, int to, int k, int dimensions) => (_from, _to, _sums, _counts) = (from, to, new double[k * dimensions], new int[k]);

    /// <summary>How many points went to another centre.</summary>
    public int Moved { get; private set; }

    /// <summary>The sum over points of the squared distance from the nearest centre, less the squared distance from the origin.</summary>
    public double Nearest { get; set; }

    /// <summary>Splits points into stretches of the same length whatever the machine.</summary>
    public static IEnumerable<Stretch> Split(Points points, int k)
    {
        int blocks = Length / Points.Lanes;
        for (int from = 0; from < points.Blocks; from += blocks)
            yield return new(from, Math.Min(points.Blocks, from + blocks), k, points.Dimensions);
    }

    /// <summary>Finds the nearest centre of each point; the lowest of equally near ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Assign(Points points, PackedCentres centres, long[] labels)
    {
        (Moved, Nearest) = (0, 0);
        Array.Clear(_sums);
        Array.Clear(_counts);
        int dimensions = points.Dimensions;
        for (int block = _from; block < _to; block++)
        {
            var (label, distance) = centres.Nearest(points.Packed.AsSpan(block * dimensions, dimensions));
            Nearest += points.Sum(block, distance);
            var known = labels.AsSpan(block * Points.Lanes, Points.Lanes);
            if (!Vector.EqualsAll(label, new Vector<long>(known)))
                Relabel(points, block, label, known);
        }
    }

    /// <summary>Adds what changed to the sums and counts of all points.</summary>
    public void AddTo(double[] sums, int[] counts)
    {
        if (Moved == 0)
            return;
        for (int i = 0; i < sums.Length; i++)
            sums[i] += _sums[i];
        for (int c = 0; c < counts.Length; c++)
            counts[c] += _counts[c];
    }

    /// <summary>The sum of squared distances from a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double SquaresAbout(Points points, double[] place)
    {
        double sum = 0;
        for (int block = _from; block < _to; block++)
            sum += points.Sum(block, points.SquaredDistances(block, place));
        return sum;
    }

    /// <summary>The sum of squared distances of points from the centre that they belong to.</summary>
    public double SquaresWithin(Points points, double[][] centres, long[] labels)
    {
        double sum = 0;
        int last = Math.Min(points.Count, _to * Points.Lanes);
        var coordinates = points.Coordinates;
        for (int i = _from * Points.Lanes; i < last; i++)
        {
            double[] centre = centres[labels[i]];
            for (int d = 0; d < centre.Length; d++)
            {
                double difference = coordinates[points.At(i, d)] - centre[d];
                sum += difference * difference;
            }
        }
        return sum;
    }

    private void Relabel(Points points, int block, Vector<long> label, Span<long> known)
    {
        int filled = points.Filled(block), dimensions = points.Dimensions;
        var coordinates = points.Coordinates.Slice(block * dimensions * Points.Lanes, dimensions * Points.Lanes);
        for (int lane = 0; lane < filled; lane++)
        {
            if (label[lane] == known[lane])
                continue;
            Moved++;
            if (known[lane] >= 0)
                Add((int)known[lane], coordinates, lane, -1);
            Add((int)label[lane], coordinates, lane, 1);
            known[lane] = label[lane];
        }
    }

    private void Add(int cluster, ReadOnlySpan<double> coordinates, int lane, int sign)
    {
        _counts[cluster] += sign;
        int dimensions = coordinates.Length / Points.Lanes;
        var sums = _sums.AsSpan(cluster * dimensions, dimensions);
        for (int d = 0; d < sums.Length; d++)
            sums[d] += sign * coordinates[d * Points.Lanes + lane];
    }
}
