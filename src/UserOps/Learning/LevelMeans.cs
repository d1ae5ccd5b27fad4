using UserOps.Data;

namespace UserOps.Learning;

/// <summary>Mean outcomes by word, drawn towards the overall mean as if so many rows of it stood behind each.</summary>
/// <remarks>Micci-Barreca 2001, A preprocessing scheme for high-cardinality categorical attributes. A row of the training data is coded from the other
/// parts of the data only: its own outcome would leak into its feature.</remarks>
internal static class LevelMeans
{
    private const double PriorRows = 20;
    private const int Parts = 5;

    public static MeanCode Of(TextColumn column, double[] outcomes, bool standardise)
    {
        double prior = outcomes.Average();
        double[] means = Means(column, outcomes, prior, _ => true);
        double[] byRow = [.. column.Codes.Select(code => code < 0 ? prior : means[code])];
        (double center, double scale) = standardise ? Spread.Of(byRow) : (0, 1);
        int[] seen = [.. column.Codes.Where(code => code >= 0).Distinct().Order()];
        return new(column.Name, [.. seen.Select(code => column.Words[code])], [.. seen.Select(code => means[code])], prior, center, scale);
    }

    /// <summary>Writes the training rows, each from the parts that it does not belong to.</summary>
    public static void WriteOutOfFold(MeanCode code, TextColumn column, double[] outcomes, int[] folds, FeatureMatrix matrix, int place)
    {
        for (int fold = 0; fold < Parts; fold++)
        {
            double prior = Prior(outcomes, folds, fold);
            double[] means = Means(column, outcomes, prior, row => folds[row] != fold);
            for (int row = 0; row < column.Length; row++)
                if (folds[row] == fold)
                    matrix.Values[row * matrix.Width + place] = code.Scaled(column.Codes[row] < 0 ? prior : means[column.Codes[row]]);
        }
    }

    public static int[] FoldsOf(IReadOnlyList<string> ids, double[] outcomes, int seed) => Folds.Of(ids, outcomes, Parts, seed);

    private static double Prior(double[] outcomes, int[] folds, int fold) => Enumerable.Range(0, outcomes.Length)
        .Where(row => folds[row] != fold).Select(row => outcomes[row]).DefaultIfEmpty(0).Average();

    private static double[] Means(TextColumn column, double[] outcomes, double prior, Func<int, bool> counts)
    {
        double[] sums = new double[column.Words.Length], rows = new double[column.Words.Length];
        for (int row = 0; row < column.Length; row++)
            if (column.Codes[row] >= 0 && counts(row))
            {
                sums[column.Codes[row]] += outcomes[row];
                rows[column.Codes[row]]++;
            }
        return [.. sums.Zip(rows, (sum, n) => (sum + PriorRows * prior) / (n + PriorRows))];
    }
}
