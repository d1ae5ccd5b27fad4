namespace UserOps.Budget;

/// <summary>An orthonormal basis of some columns: takes out of a series what they explain.</summary>
/// <remarks>Modified Gram–Schmidt, twice (L. Giraud and J. Langou 2002). A column that follows from those before it is left out.</remarks>
internal sealed class Basis
{
    private const double Nothing = 1e-9;

    private readonly double[][] _directions, _mixtures;

    public Basis(IReadOnlyList<double[]> columns)
    {
        List<double[]> directions = [], mixtures = [];
        foreach (var (number, column) in columns.Index())
        {
            double[] rest = [.. column], mixture = new double[columns.Count];
            mixture[number] = 1;
            double before = Norm(rest);
            TakeOut(rest, mixture, directions, mixtures);
            TakeOut(rest, mixture, directions, mixtures);
            double left = Norm(rest);
            if (left <= Nothing * before)
                continue;
            directions.Add(Array.ConvertAll(rest, value => value / left));
            mixtures.Add(Array.ConvertAll(mixture, value => value / left));
        }
        (_directions, _mixtures) = ([.. directions], [.. mixtures]);
    }

    /// <summary>How many columns do not follow from the others.</summary>
    public int Rank => _directions.Length;

    /// <summary>The part of a series that the columns do not explain.</summary>
    public double[] Rest(ReadOnlySpan<double> series)
    {
        double[] rest = series.ToArray();
        TakeOut(rest, [], _directions, _mixtures);
        return rest;
    }

    /// <summary>The coefficients of the columns in the least-squares fit of a series; 0 for columns that follow from those before.</summary>
    public double[] Coefficients(ReadOnlySpan<double> series)
    {
        double[] coefficients = new double[_mixtures[0].Length];
        for (int k = 0; k < _directions.Length; k++)
        {
            double part = Dot(series, _directions[k]);
            for (int i = 0; i < coefficients.Length; i++)
                coefficients[i] += part * _mixtures[k][i];
        }
        return coefficients;
    }

    private static void TakeOut(double[] series, double[] mixture, IReadOnlyList<double[]> directions, IReadOnlyList<double[]> mixtures)
    {
        for (int k = 0; k < directions.Count; k++)
        {
            double part = Dot(series, directions[k]);
            for (int i = 0; i < series.Length; i++)
                series[i] -= part * directions[k][i];
            for (int i = 0; i < mixture.Length; i++)
                mixture[i] -= part * mixtures[k][i];
        }
    }

    private static double Norm(double[] series) => Math.Sqrt(Dot(series, series));

    internal static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
