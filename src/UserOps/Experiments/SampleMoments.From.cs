namespace UserOps.Experiments;

public sealed partial class SampleMoments
{
    /// <summary>No units yet.</summary>
    /// <param name="size">How many quantities will be measured on each.</param>
    public static SampleMoments Empty(int size) => new(0, new double[size], new double[size, size]);

    /// <summary>The moments of one quantity, from sums such as a warehouse returns.</summary>
    /// <param name="count">How many units, 1 or more.</param>
    /// <param name="sum">The sum.</param>
    /// <param name="sumOfSquares">The sum of squares.</param>
    /// <exception cref="UserOpsException">No such sample exists.</exception>
    public static SampleMoments FromSums(long count, double sum, double sumOfSquares) => FromSums(count, [sum], new[,] { { sumOfSquares } });

    /// <summary>The moments of several quantities, from sums such as a warehouse returns.</summary>
    /// <param name="count">How many units, 1 or more.</param>
    /// <param name="sums">The sum of each quantity.</param>
    /// <param name="products">The sums of products, as many rows and columns as there are quantities, symmetric.</param>
    /// <exception cref="UserOpsException">No such sample exists: a sum is no number, or a sum of squares is smaller than the sum allows.</exception>
    public static SampleMoments FromSums(long count, ReadOnlySpan<double> sums, double[,] products)
    {
        int size = sums.Length;
        if (count < 1 || products.GetLength(0) != size || products.GetLength(1) != size)
            throw new UserOpsException($"{count} units with {size} sums and {products.GetLength(0)} × {products.GetLength(1)} products: n ≥ 1 and one product for each pair are needed.");
        double[] means = new double[size];
        for (int i = 0; i < size; i++)
            means[i] = sums[i] / count;
        double[,] centred = new double[size, size];
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++)
                centred[i, j] = Centred(products[i, j], sums[i], means[j], i == j);
        return new(count, means, centred);
    }

    /// <summary>The moments of quantities that are at hand unit by unit.</summary>
    /// <param name="quantities">The values of each quantity, all of one length.</param>
    /// <exception cref="UserOpsException">Lengths differ, or a value is not a finite number.</exception>
    public static SampleMoments Of(params IReadOnlyList<IReadOnlyList<double>> quantities)
    {
        int size = quantities.Count, count = size == 0 ? 0 : quantities[0].Count;
        if (quantities.Any(values => values.Count != count))
            throw new UserOpsException("Quantities of one sample must have one value for each unit.");
        var moments = new MomentAccumulator(size);
        double[] unit = new double[size];
        for (int row = 0; row < count; row++)
        {
            for (int i = 0; i < size; i++)
                unit[i] = quantities[i][row];
            moments.Add(unit);
        }
        return moments.ToMoments();
    }

    /// <summary>The moments of a proportion, as those of zeros and ones.</summary>
    public static SampleMoments Of(ProportionCounts counts) => counts.Count == 0 ? Empty(1) : FromSums(counts.Count, counts.Successes, counts.Successes);

    // Rounding leaves a constant with a variance of about 1e-16 of its square, of either sign: that is no variance.
    private static double Centred(double product, double sum, double mean, bool isSquare)
    {
        double centred = product - sum * mean;
        if (!double.IsFinite(centred))
            throw new UserOpsException(FormattableString.Invariant($"A sum of {sum} with a sum of products of {product} is not a finite number; look for missing or infinite values."));
        if (!isSquare)
            return centred;
        double rounding = 1e-12 * Math.Abs(product);
        return centred < -rounding
            ? throw new UserOpsException(FormattableString.Invariant($"A sum of squares of {product} is smaller than a sum of {sum} allows; check which column is which."))
            : centred <= rounding ? 0 : centred;
    }
}
