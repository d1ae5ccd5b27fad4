using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace UserOps.Segments.Clustering;

/// <summary>First centres that lie far apart: greedy k-means++.</summary>
/// <remarks>D. Arthur, S. Vassilvitskii (2007), "k-means++: the advantages of careful seeding", SODA; the greedy choice among 2 + ⌊ln k⌋ candidates
/// is section 7 of the paper.</remarks>
internal sealed class KMeansSeeding
{
    private readonly Points _points;
    private readonly Random _random;
    private Vector<double>[] _distances, _candidate, _best;

    private KMeansSeeding(Points points, Random random)
    {
        (_points, _random) = (points, random);
        (_distances, _candidate, _best) = (new Vector<double>[points.Blocks], new Vector<double>[points.Blocks], new Vector<double>[points.Blocks]);
        Array.Fill(_distances, new Vector<double>(double.PositiveInfinity));
    }

    /// <summary>The centred coordinates of <paramref name="k"/> points, or of fewer when no more of them differ.</summary>
    public static List<double[]> Choose(Points points, int k, Random random)
    {
        var seeding = new KMeansSeeding(points, random);
        var chosen = new List<double[]>(k) { points[random.Next(points.Count)] };
        double potential = seeding.Approach(chosen[0], seeding._best);
        seeding.Keep();
        while (chosen.Count < k && potential > 0)
        {
            (double[] centre, potential) = seeding.Next(potential, 2 + (int)Math.Log(k));
            chosen.Add(centre);
        }
        return chosen;
    }

    /// <summary>The best of several candidates, each drawn with probability proportional to its squared distance from the centres so far.</summary>
    private (double[] Centre, double Potential) Next(double potential, int candidates)
    {
        (double[] Centre, double Potential) best = ([], double.PositiveInfinity);
        for (int i = 0; i < candidates; i++)
        {
            double[] centre = _points[Draw(_random.NextDouble() * potential)];
            double left = Approach(centre, _candidate);
            if (left >= best.Potential)
                continue;
            best = (centre, left);
            (_best, _candidate) = (_candidate, _best);
        }
        Keep();
        return best;
    }

    private void Keep() => (_distances, _best) = (_best, _distances);

    /// <summary>Squared distances to the nearest centre if this one is added, and their sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Approach(double[] centre, Vector<double>[] distances)
    {
        double sum = 0;
        for (int block = 0; block < distances.Length; block++)
        {
            distances[block] = Vector.Min(_distances[block], _points.SquaredDistances(block, centre));
            sum += _points.Sum(block, distances[block]);
        }
        return sum;
    }

    /// <summary>The point at which the running sum of squared distances passes the mark; never one that is a centre already.</summary>
    private int Draw(double mark)
    {
        var distances = MemoryMarshal.Cast<Vector<double>, double>(_distances.AsSpan())[.._points.Count];
        int last = 0;
        for (int i = 0; i < distances.Length; i++)
        {
            if (distances[i] == 0)
                continue;
            last = i;
            if ((mark -= distances[i]) < 0)
                break;
        }
        return last;
    }
}
