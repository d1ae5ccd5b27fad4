namespace UserOps.Statistics;

/// <summary>Logistic curves of one or two features of a score that rise with it, by Newton's method.</summary>
/// <remarks>
/// Targets are Platt's: (n₊ + 1) ÷ (n₊ + 2) for those with the outcome and 1 ÷ (n₋ + 2) for the others, so the best curve is finite even where a score
/// parts the classes.
/// </remarks>
internal static class LogisticFit
{
    private const int Most = 100;
    private const double Singular = 1e-14;

    /// <summary>Intercept and weights; a feature whose weight would be negative, or that the scores cannot tell from those before it, is left out, its weight 0.</summary>
    public static double[] Rising(BinaryScores scores, Func<double, double>[] features)
    {
        double[][] values = [.. features.Select(feature => scores.Scores.Select(score => feature(Math.Clamp(score, Calibration.Least, 1 - Calibration.Least))).ToArray())];
        double high = (scores.Positives + 1.0) / (scores.Positives + 2), low = 1.0 / (scores.Negatives + 2);
        double[] targets = [.. scores.Outcomes.Select(outcome => outcome ? high : low)];
        var kept = Told(values);
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

    // Equal scores carry no line, and scores that lie in two heaps, as those of a model that parts the classes, carry no bend.
    private static List<int> Told(double[][] values)
    {
        var told = Enumerable.Range(0, values.Length).ToList();
        while (Cholesky.Of(Derivatives(new double[told.Count + 1], [.. told.Select(i => values[i])], new double[values[0].Length]).Hessian, out int spoiler) is null)
            told.RemoveAt(spoiler - 1);
        return told;
    }

    private static double[] Newton(double[][] features, double[] targets)
    {
        double[] weights = new double[features.Length + 1];
        double loss = Loss(weights, features, targets);
        for (int round = 0; round < Most; round++)
        {
            var (gradient, hessian) = Derivatives(weights, features, targets);
            if (Cholesky.Of(hessian, out _, Singular)?.Solve(gradient) is not { } step)
                break;
            double size = 1, reached = Loss(Stepped(weights, step, size), features, targets);
            for (; !(reached <= loss) && size > 1e-10; reached = Loss(Stepped(weights, step, size), features, targets))
                size /= 2;
            if (!(reached <= loss))
                break;
            (weights, loss) = (Stepped(weights, step, size), reached);
            if (size * Norm(step) <= 1e-12 * (1 + Norm(weights)))
                break;
        }
        return weights;
    }

    private static double[] Stepped(double[] weights, double[] step, double size) => [.. weights.Zip(step, (weight, one) => weight - size * one)];

    private static double Norm(double[] values) => Math.Sqrt(values.Sum(value => value * value));

    private static double Linear(double[] weights, double[][] features, int row)
    {
        double sum = weights[0];
        for (int i = 0; i < features.Length; i++)
            sum += weights[i + 1] * features[i][row];
        return sum;
    }

    // −t·x + ln(1 + eˣ), written so that large x overflow nowhere.
    private static double Loss(double[] weights, double[][] features, double[] targets)
    {
        double sum = 0;
        for (int row = 0; row < targets.Length; row++)
        {
            double x = Linear(weights, features, row);
            sum += Math.Max(x, 0) - targets[row] * x + Math.Log(1 + Math.Exp(-Math.Abs(x)));
        }
        return sum;
    }

    private static (double[] Gradient, double[,] Hessian) Derivatives(double[] weights, double[][] features, double[] targets)
    {
        double[] gradient = new double[weights.Length], x = new double[weights.Length];
        double[,] hessian = new double[weights.Length, weights.Length];
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
        return (gradient, hessian);
    }
}
