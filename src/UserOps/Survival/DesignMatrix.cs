using System.Globalization;
using UserOps.Features;
using UserOps.Statistics;

namespace UserOps.Survival;

/// <summary>The covariates of the spells that have all of them, centred and scaled to a standard deviation of 1.</summary>
internal sealed class DesignMatrix
{
    private DesignMatrix(Encoding encoding, int[] rows, double[] values, double[] means, double[] scales) =>
        (Encoding, Rows, Values, Means, Scales) = (encoding, rows, values, means, scales);

    public Encoding Encoding { get; }

    /// <summary>The spells that have all covariates.</summary>
    public int[] Rows { get; }

    /// <summary>The scaled numbers, row by row.</summary>
    public double[] Values { get; }

    public double[] Means { get; }

    public double[] Scales { get; }

    public int Width => Means.Length;

    /// <exception cref="UserOpsException">A covariate is missing or unfit, is the same for all, or follows from the others.</exception>
    /// <exception cref="InsufficientDataException">Hardly any spell has all covariates.</exception>
    public static DesignMatrix Of(SurvivalData data, IReadOnlyList<Covariate> covariates)
    {
        var encoding = Encoding.Of(data.Columns, covariates);
        FeatureChecks.Finite(new(data.Columns.Name, [.. covariates.Select(covariate => data.Column(covariate.Column))]));
        int width = encoding.Columns.Length;
        double[] all = encoding.Apply(data.Columns);
        int[] rows = [.. Enumerable.Range(0, data.Count).Where(row => !all.AsSpan(row * width, width).ContainsAnyExceptInRange(double.MinValue, double.MaxValue))];
        if (rows.Length <= width)
            throw new InsufficientDataException(
                $"{rows.Length} spells with a value of every covariate", $"more than the {width} coefficients", "Name fewer covariates, or fill in their values.");
        double[] values = new double[rows.Length * width];
        for (int i = 0; i < rows.Length; i++)
            all.AsSpan(rows[i] * width, width).CopyTo(values.AsSpan(i * width, width));
        (double[] means, double[] scales) = Standardise(values, encoding);
        CheckIndependent(values, encoding);
        return new(encoding, rows, values, means, scales);
    }

    /// <summary>The scaled numbers of other rows; NaN where a value is missing.</summary>
    public double[] Apply(Data.TypedTable table)
    {
        double[] values = Encoding.Apply(table);
        for (int i = 0; i < values.Length; i++)
            values[i] = (values[i] - Means[i % Width]) / Scales[i % Width];
        return values;
    }

    private static (double[] Means, double[] Scales) Standardise(double[] values, Encoding encoding)
    {
        int width = encoding.Columns.Length, count = values.Length / width;
        double[] means = new double[width], scales = new double[width];
        for (int column = 0; column < width; column++)
        {
            double sum = 0, squares = 0, largest = 0;
            for (int i = column; i < values.Length; i += width)
                sum += values[i];
            double mean = sum / count;
            for (int i = column; i < values.Length; i += width)
            {
                largest = Math.Max(largest, Math.Abs(values[i]));
                values[i] -= mean;
                squares += values[i] * values[i];
            }
            (means[column], scales[column]) = (mean, Math.Sqrt(squares / count));
            if (!(scales[column] > 1e-12 * largest))
                throw new InsufficientDataException(
                    $"the value {mean.ToString("0.######", CultureInfo.InvariantCulture)} of '{encoding.Columns[column].Name}' in all {count} spells", "two different values",
                    "Leave this covariate out: it cannot tell users apart.");
            for (int i = column; i < values.Length; i += width)
                values[i] /= scales[column];
        }
        return (means, scales);
    }

    private static void CheckIndependent(double[] values, Encoding encoding)
    {
        int width = encoding.Columns.Length;
        double[,] products = new double[width, width];
        for (int start = 0; start < values.Length; start += width)
            for (int j = 0; j < width; j++)
                for (int k = 0; k <= j; k++)
                    products[j, k] += values[start + j] * values[start + k];
        if (Cholesky.Of(products, out int spoiler, 1e-9) is null)
            throw new UserOpsException(
                $"'{encoding.Columns[spoiler].Name}' follows from the covariates before it ({string.Join(", ", encoding.Columns.Take(spoiler).Select(column => column.Name))}), "
                + "so their effects cannot be told apart. Leave one of them out.");
    }
}
