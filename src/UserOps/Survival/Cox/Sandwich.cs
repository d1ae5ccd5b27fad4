namespace UserOps.Survival;

/// <summary>The sandwich variance of Cox coefficients over clusters.</summary>
internal static class Sandwich
{
    /// <param name="residuals">The score residuals, a row a spell.</param>
    /// <param name="clusterOf">The cluster of each row.</param>
    /// <param name="variance">The variance from the model.</param>
    public static double[,] Of(double[] residuals, int[] clusterOf, double[,] variance)
    {
        int width = variance.GetLength(0);
        var pulls = new Dictionary<int, double[]>();
        for (int row = 0; row < clusterOf.Length; row++)
        {
            if (!pulls.TryGetValue(clusterOf[row], out double[]? sum))
                pulls.Add(clusterOf[row], sum = new double[width]);
            for (int j = 0; j < width; j++)
                sum[j] += residuals[row * width + j];
        }
        double[,] sandwich = new double[width, width];
        foreach (double[] pull in pulls.Values)
            Add(sandwich, Times(variance, pull));
        return sandwich;
    }

    private static void Add(double[,] sum, double[] vector)
    {
        for (int j = 0; j < vector.Length; j++)
            for (int k = 0; k < vector.Length; k++)
                sum[j, k] += vector[j] * vector[k];
    }

    private static double[] Times(double[,] matrix, double[] vector) =>
        [.. Enumerable.Range(0, vector.Length).Select(j => Enumerable.Range(0, vector.Length).Sum(k => matrix[j, k] * vector[k]))];
}
