using UserOps.Statistics;

namespace UserOps.Learning;

/// <summary>Minus the log-likelihood of a logistic model, with a ridge penalty on every weight but the last, which is the bias.</summary>
/// <remarks>S. le Cessie and J. C. van Houwelingen (1992), "Ridge estimators in logistic regression", Applied Statistics 41. The penalty gives every table
/// one finite optimum, also where a feature parts the outcomes or two features say the same.</remarks>
internal sealed class LogisticRidge(TrainingRows rows, double penalty)
{
    // In units of the log-likelihood: a thousandth of a standard error of any weight.
    private const double Tolerance = 1e-7;

    /// <summary>The weights, then the bias.</summary>
    public double[] Fit()
    {
        double[] start = new double[rows.Matrix.Width + 1];
        double yes = rows.Outcomes.Zip(rows.Weights, (outcome, weight) => outcome * weight).Sum(), all = rows.Weights.Sum(weight => (double)weight);
        start[^1] = Math.Log(yes / (all - yes));
        return Bfgs.Minimize(Loss, start, ParameterBox.Unbounded(start.Length), Tolerance).Point;
    }

    private double Loss(ReadOnlySpan<double> point, Span<double> gradient)
    {
        var weights = point[..^1];
        gradient.Clear();
        double loss = 0;
        for (int row = 0; row < rows.Matrix.Rows; row++)
        {
            var values = rows.Matrix.Row(row)[..weights.Length];
            double sum = point[^1];
            for (int i = 0; i < values.Length; i++)
                sum += weights[i] * values[i];
            double tail = Math.Exp(-Math.Abs(sum)), probability = (sum >= 0 ? 1 : tail) / (1 + tail);
            // −y·x + ln(1 + eˣ), written so that large x overflow nowhere.
            loss += rows.Weights[row] * (Math.Max(sum, 0) - rows.Outcomes[row] * sum + Math.Log(1 + tail));
            double miss = rows.Weights[row] * (probability - rows.Outcomes[row]);
            for (int i = 0; i < values.Length; i++)
                gradient[i] += miss * values[i];
            gradient[^1] += miss;
        }
        return loss + Penalise(weights, gradient);
    }

    private double Penalise(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        double squares = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            squares += weights[i] * weights[i];
            gradient[i] += penalty * weights[i];
        }
        return penalty / 2 * squares;
    }
}
