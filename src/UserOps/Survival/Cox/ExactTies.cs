using MathNet.Numerics;

namespace UserOps.Survival;

/// <summary>The exact likelihood of d events among n at risk: the chance of just these d among all choices of d.</summary>
/// <remarks>
/// The recursion of M. H. Gail, J. H. Lubin and L. V. Rubinstein (1981), Biometrika 68, over means of products instead of sums, so that the number of
/// choices, which overflows, stays outside. With weights of mean 1 these means lie between 0 and 1 (Maclaurin's inequality).
/// </remarks>
internal static class ExactTies
{
    public static double Evaluate(CoxRows rows, RiskSet set, double[] weights, double[] score, double[] variance)
    {
        (int start, int length) = set.Rows.GetOffsetAndLength(rows.Count);
        int[] atRisk = [.. Enumerable.Range(start, length).Where(row => rows.Entries[row] < set.Time)];
        double mean = atRisk.Average(row => weights[row]);
        var products = new ProductMeans(set.Deaths, rows.Width);
        foreach (int row in atRisk)
            products.Add(weights[row] / mean, rows.Values.AsSpan(row * rows.Width, rows.Width));
        double all = products.Mean(set.Deaths);
        if (!(all > 0 && double.IsFinite(all)))
            throw new UserOpsException($"{set.Deaths} events at time {set.Time:0.###} among {atRisk.Length} at risk are too many for the exact likelihood; use Efron's.");
        double[] first = products.First(set.Deaths), second = products.Second(set.Deaths);
        for (int j = 0, place = 0; j < rows.Width; j++)
        {
            score[j] = set.DiedValues[j] - first[j] / all;
            for (int k = 0; k <= j; k++, place++)
                variance[place] = second[place] / all - first[j] / all * (first[k] / all);
        }
        return set.DiedPredictors - Math.Log(all) - SpecialFunctions.BinomialLn(atRisk.Length, set.Deaths) - set.Deaths * Math.Log(mean);
    }

    /// <summary>Means over all choices of j rows of the product of their weights, with first and second derivatives.</summary>
    private sealed class ProductMeans
    {
        private readonly double[] _means;
        private readonly double[][] _first, _second;
        private int _count;

        public ProductMeans(int most, int width)
        {
            _means = new double[most + 1];
            _means[0] = 1;
            _first = [.. Enumerable.Range(0, most + 1).Select(_ => new double[width])];
            _second = [.. Enumerable.Range(0, most + 1).Select(_ => new double[width * (width + 1) / 2])];
        }

        public double Mean(int chosen) => _means[chosen];

        public double[] First(int chosen) => _first[chosen];

        public double[] Second(int chosen) => _second[chosen];

        public void Add(double weight, ReadOnlySpan<double> x)
        {
            _count++;
            for (int chosen = Math.Min(_count, _means.Length - 1); chosen >= 1; chosen--)
                Step(chosen, (double)(_count - chosen) / _count, weight * chosen / _count, x);
        }

        // The new row is left out of a choice, or stands in it beside a choice of one fewer.
        private void Step(int chosen, double keep, double take, ReadOnlySpan<double> x)
        {
            (double mean, double[] first, double[] second) = (_means[chosen - 1], _first[chosen - 1], _second[chosen - 1]);
            (double[] toFirst, double[] toSecond) = (_first[chosen], _second[chosen]);
            for (int j = 0, place = 0; j < x.Length; j++)
                for (int k = 0; k <= j; k++, place++)
                    toSecond[place] = keep * toSecond[place] + take * (second[place] + x[j] * first[k] + x[k] * first[j] + x[j] * x[k] * mean);
            for (int j = 0; j < x.Length; j++)
                toFirst[j] = keep * toFirst[j] + take * (first[j] + x[j] * mean);
            _means[chosen] = keep * _means[chosen] + take * mean;
        }
    }
}
