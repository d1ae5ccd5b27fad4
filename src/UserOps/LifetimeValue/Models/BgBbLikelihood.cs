namespace UserOps.LifetimeValue.Models;

/// <summary>The likelihood of BG/BB: the sum over when the customer may have left, between the last purchase and the last opportunity.</summary>
/// <remarks>Running products as in the other models: opportunities are whole numbers.</remarks>
internal sealed class BgBbLikelihood(PurchasePatterns patterns)
{
    /// <summary>A logarithm and its derivatives by the two shapes of its beta distribution.</summary>
    private readonly record struct Term(double Log, double First, double Second)
    {
        /// <summary>B(first + hits, second + misses) ÷ B(first, second).</summary>
        public static Term Of(double first, double second, double hits, double misses)
        {
            double log = 0, byFirst = 0, bySecond = 0;
            for (int i = 0; i < hits; i++)
                (log, byFirst) = (log + Math.Log(first + i), byFirst + 1 / (first + i));
            for (int i = 0; i < misses; i++)
                (log, bySecond) = (log + Math.Log(second + i), bySecond + 1 / (second + i));
            for (int i = 0; i < hits + misses; i++)
                (log, byFirst, bySecond) = (log - Math.Log(first + second + i), byFirst - 1 / (first + second + i), bySecond - 1 / (first + second + i));
            return new(log, byFirst, bySecond);
        }
    }

    /// <summary>Minus the log-likelihood at the logarithms of (α, β, γ, δ).</summary>
    public double Evaluate(ReadOnlySpan<double> logs, Span<double> gradient)
    {
        BgBb model = new(Math.Exp(logs[0]), Math.Exp(logs[1]), Math.Exp(logs[2]), Math.Exp(logs[3]));
        gradient.Clear();
        double sum = 0;
        for (int i = 0; i < patterns.Count; i++)
        {
            var ways = Ways(model, i);
            double top = ways.Max(way => way.Buys.Log + way.Leaves.Log), total = ways.Sum(way => Math.Exp(way.Buys.Log + way.Leaves.Log - top));
            sum += patterns.Weight[i] * (top + Math.Log(total));
            foreach (var (buys, leaves) in ways)
            {
                double share = patterns.Weight[i] * Math.Exp(buys.Log + leaves.Log - top) / total;
                gradient[0] -= share * model.Alpha * buys.First;
                gradient[1] -= share * model.Beta * buys.Second;
                gradient[2] -= share * model.Gamma * leaves.First;
                gradient[3] -= share * model.Delta * leaves.Second;
            }
        }
        return -sum;
    }

    /// <summary>The probability of not having left before the next opportunity's toss, for the first pattern.</summary>
    public double ProbabilityAlive(BgBb model)
    {
        double[] logs = [.. Ways(model, 0).Select(way => way.Buys.Log + way.Leaves.Log)];
        return 1 / logs.Sum(log => Math.Exp(log - logs[0]));
    }

    // The first way is to stay to the end; in the others the customer left after some opportunity.
    private List<(Term Buys, Term Leaves)> Ways(BgBb model, int pattern)
    {
        int x = patterns.Frequency[pattern];
        double last = patterns.Recency[pattern], opportunities = patterns.Age[pattern];
        List<(Term, Term)> ways = [(Term.Of(model.Alpha, model.Beta, x, opportunities - x), Term.Of(model.Gamma, model.Delta, 0, opportunities))];
        for (double until = last; until < opportunities; until++)
            ways.Add((Term.Of(model.Alpha, model.Beta, x, until - x), Term.Of(model.Gamma, model.Delta, 1, until)));
        return ways;
    }
}
