namespace UserOps.Segments.Clustering;

/// <summary>Moves points to their nearest centre and centres to the mean of their points, until nothing changes.</summary>
/// <remarks>S. P. Lloyd (1982), "Least squares quantization in PCM", IEEE Transactions on Information Theory 28. Sums are kept by stretches of
/// points of fixed length and added up in their order, so that the result does not depend on the number of threads.</remarks>
internal sealed class Lloyd
{
    private const int MostRounds = 300;

    /// <summary>A round that lowers the sum of squares by less than this share of it is the last.</summary>
    private const double SmallestGain = 1e-8;

    private readonly Points _points;
    private readonly int _k, _dimensions;
    private readonly ParallelOptions _threads;
    private readonly Stretch[] _stretches;
    private readonly long[] _labels;
    private readonly double[] _sums;
    private readonly int[] _counts;
    private readonly double[][] _centres;

    private Lloyd(Points points, IReadOnlyList<double[]> start, int threads)
    {
        (_points, _k, _dimensions) = (points, start.Count, points.Dimensions);
        _threads = new() { MaxDegreeOfParallelism = threads };
        _centres = [.. start.Select(centre => (double[])centre.Clone())];
        (_sums, _counts) = (new double[_k * _dimensions], new int[_k]);
        _labels = new long[points.Blocks * Points.Lanes];
        Array.Fill(_labels, -1);
        _stretches = [.. Stretch.Split(points, _k)];
    }

    /// <summary>The partition that the centres lead to.</summary>
    /// <param name="points">The points; at least as many that differ as there are centres.</param>
    /// <param name="start">Centred coordinates of the first centres.</param>
    /// <param name="threads">How many threads work at most; the result does not depend on it.</param>
    public static Partition Run(Points points, IReadOnlyList<double[]> start, int threads)
    {
        var run = new Lloyd(points, start, threads);
        double before = double.PositiveInfinity, total = run.SquaresAboutOrigin();
        for (int round = 0; round < MostRounds; round++)
        {
            (long moved, double nearest) = run.Assign();
            if (run.Refill())
                nearest = double.PositiveInfinity;
            run.Recentre();
            double within = total + nearest;
            if (moved == 0 || before - within < SmallestGain * within)
                break;
            before = within;
        }
        return run.Result(total);
    }

    private (long Moved, double Nearest) Assign()
    {
        var centres = new PackedCentres(_centres);
        Over(stretch => stretch.Assign(_points, centres, _labels));
        long moved = 0;
        double nearest = 0;
        foreach (var stretch in _stretches)
        {
            (moved, nearest) = (moved + stretch.Moved, nearest + stretch.Nearest);
            stretch.AddTo(_sums, _counts);
        }
        return (moved, nearest);
    }

    /// <summary>Gives each centre without points the point farthest from its own centre; whether there was one.</summary>
    private bool Refill()
    {
        bool any = false;
        for (int empty = Array.IndexOf(_counts, 0); empty >= 0; empty = Array.IndexOf(_counts, 0))
        {
            any = true;
            int point = Enumerable.Range(0, _points.Count).Where(i => _counts[_labels[i]] > 1).MaxBy(i => Distance(_points[i], _centres[_labels[i]]));
            Move(point, (int)_labels[point], -1);
            Move(point, empty, 1);
            _labels[point] = empty;
        }
        return any;
    }

    private void Move(int point, int cluster, int sign)
    {
        _counts[cluster] += sign;
        for (int d = 0; d < _dimensions; d++)
            _sums[cluster * _dimensions + d] += sign * _points.Coordinates[_points.At(point, d)];
    }

    private void Recentre()
    {
        for (int c = 0; c < _k; c++)
            for (int d = 0; d < _dimensions; d++)
                _centres[c][d] = _sums[c * _dimensions + d] / _counts[c];
    }

    private double SquaresAboutOrigin() => SumOver(stretch => stretch.SquaresAbout(_points, new double[_dimensions]));

    private Partition Result(double total) => new Partition(
        [.. _centres.Select(centre => centre.Zip(_points.Origin, (value, origin) => value + origin).ToArray())],
        Array.ConvertAll(_labels[.._points.Count], label => (int)label),
        [.. _counts],
        SumOver(stretch => stretch.SquaresWithin(_points, _centres, _labels)),
        total).Ordered();

    private void Over(Action<Stretch> work)
    {
        if (_threads.MaxDegreeOfParallelism == 1)
            Array.ForEach(_stretches, work);
        else
            Parallel.ForEach(_stretches, _threads, work);
    }

    private double SumOver(Func<Stretch, double> part)
    {
        Over(stretch => stretch.Nearest = part(stretch));
        return _stretches.Sum(stretch => stretch.Nearest);
    }

    private static double Distance(double[] a, double[] b) => a.Zip(b, (x, y) => (x - y) * (x - y)).Sum();
}
