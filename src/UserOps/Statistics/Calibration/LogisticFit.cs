using MathNet.Numerics.LinearAlgebra;

namespace UserOps.Statistics;

/// <summary>Logistic curves of one or two features of a score that rise with it, by Newton's method.</summary>
/// <remarks>
/// Targets are Platt's: (n₊ + 1) ÷ (n₊ + 2) for those with the outcome and 1 ÷ (n₋ + 2) for the others, so the best curve is finite even where a score
/// parts the classes.
/// </remarks>
internal static class LogisticFit
{
    private const int Most = 100;

    /// <summary>Intercept and weights; a feature whose weight would be negative is left out, its weight 0.</summary>
    public static double[] Rising(BinaryScores scores, Func<double, double>[] features)
    {
        double[][] values = [.. features.Select(feature => scores.Scores.Select(score => feature(Math.Clamp(score, Calibration.Least, 1 - Calibration.Least))).ToArray())];
        double high = (scores.Positives + 1.0) / (scores.Positives + 2), low = 1.0 / (scores.Negatives + 2);
        double[] targets = [.. scores.Outcomes.Select(outcome => outcome ? high : low)];
        // Two distinct scores carry a line, three a bend.
        int distinct = values[0].Distinct().Take(features.Length + 1).Count();
        var kept = Enumerable.Range(0, distinct - 1).ToList();
        while (true)
        {
            double[] fit = Newton([.. kept.Select(i => values[i])], targets);
            int falling = Array.FindIndex(fit, 1, weight => weight < 0);
            if (falling >= 1)
                kept.RemoveAt(falling - 1);
            else
                return [fit[0], .. Enumerable.Range(0, features.Length).Select(i => kept.IndexOf(i) is >= 0 and var at ? fit[at + 1] : 0)];
        }
    }

    private static double[] Newton(double[][] features, double[] targets)
    {
        var weights = Vector<double>.Build.Dense(features.Length + 1);
        double loss = Loss(weights, features, targets);
        for (int round = 0; round < Most; round++)
        {
            var (gradient, hessian) = Derivatives(weights, features, targets);
            var step = hessian.Solve(gradient);
            double size = 1, reached;
            while (!((reached = Loss(weights - size * step, features, targets)) <= loss) && size > 1e-10)
                size /= 2;
            weights -= size * step;
            bool still = size * step.L2Norm() <= 1e-12 * (1 + weights.L2Norm());
            loss = reached;
            if (still)
                break;
        }
        return weights.ToArray();
    }

    private static double Linear(Vector<double> weights, double[][] features, int row)
    {
        double sum = weights[0];
        for (int i = 0; i < features.Length; i++)
            sum += weights[i + 1] * features[i][row];
        return sum;
    }

    // −t·x + ln(1 + eˣ), written so that large x overflow nowhere.
    private static double Loss(Vector<double> weights, double[][] features, double[] targets)
    {
        double sum = 0;
        for (int row = 0; row < targets.Length; row++)
        {
            double x = Linear(weights, features, row);
            sum += Math.Max(x, 0) - targets[row] * x + Math.Log(1 + Math.Exp(-Math.Abs(x)));
        }
        return sum;
    }

    private static (Vector<double> Gradient, Matrix<double> Hessian) Derivatives(Vector<double> weights, double[][] features, double[] targets)
    {
        double[] gradient = new double[weights.Count], x = new double[weights.Count];
        double[,] hessian = new double[weights.Count, weights.Count];
        x[0] = 1;
        for (int row = 0; row < targets.Length; row++)
        {
            for (int i = 0; i < features.Length; i++)
                x[i + 1] = features[i][row];
            double probability = 1 / (1 + Math.Exp(-Linear(weights, features, row))), spread = Math.Max(probability * (1 - probability), 1e-12);
            for (int i = 0; i < x.Length; i++)
            {
                gradient[i] += (probability - targets[row]) * x[i];
                for (int j = 0; j < x.Length; j++)
                    hessian[i, j] += spread * x[i] * x[j];
            }
        }
        return (Vector<double>.Build.Dense(gradient), Matrix<double>.Build.DenseOfArray(hessian));
    }
}
