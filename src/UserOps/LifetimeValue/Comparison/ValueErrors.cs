using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.LifetimeValue.Comparison;

/// <summary>A tenth of the customers, by what was predicted.</summary>
/// <param name="Customers">How many.</param>
/// <param name="Predicted">Mean predicted value.</param>
/// <param name="Actual">Mean value that came.</param>
public sealed record ValueTenth(int Customers, double Predicted, double Actual);

/// <summary>How far predictions are from what came, in total and for each customer.</summary>
/// <remarks>Customers with equal predictions cannot be told apart: each counts with the mean of what came for all of them.</remarks>
public sealed record ValueErrors
{
    private const int Tenths = 10;

    private ValueErrors(double predicted, double actual) => (PredictedTotal, ActualTotal) = (predicted, actual);

    /// <summary>What was predicted for all customers together.</summary>
    public double PredictedTotal { get; }

    /// <summary>What came from all of them together.</summary>
    public double ActualTotal { get; }

    /// <summary>(Predicted − actual) ÷ actual; null where nothing came.</summary>
    public double? TotalError => ActualTotal > 0 ? (PredictedTotal - ActualTotal) / ActualTotal : null;

    /// <summary>The interval of <see cref="TotalError"/>, chance between customers alone (Student); null where nothing came.</summary>
    public required Interval? TotalInterval { get; init; }

    /// <summary>Mean absolute error of a customer.</summary>
    public required double MeanAbsolute { get; init; }

    /// <summary>Root of the mean squared error of a customer: large misses weigh more.</summary>
    public required double RootMeanSquare { get; init; }

    /// <summary>Spearman's correlation of predicted and actual ranks; null where all predictions or all values are equal.</summary>
    public required double? RankCorrelation { get; init; }

    /// <summary>The part of the actual value that came from the tenth of customers predicted best; null where nothing came.</summary>
    public required double? TopTenthShare { get; init; }

    /// <summary>Tenths of customers, the best predicted first; fewer where there are fewer than ten customers.</summary>
    public required IReadOnlyList<ValueTenth> ByTenth { get; init; }

    /// <summary>Compares predictions with what came, customer by customer.</summary>
    /// <param name="predicted">A prediction for each customer.</param>
    /// <param name="actual">What came from each, in the same order.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="UserOpsException">The lengths differ, there are fewer than two customers, or a number is not finite.</exception>
    public static ValueErrors Of(IReadOnlyList<double> predicted, IReadOnlyList<double> actual, double level = 0.95)
    {
        if (predicted.Count != actual.Count || predicted.Count < 2)
            throw new UserOpsException($"Found {predicted.Count} predictions and {actual.Count} values; one of each for at least two customers is needed.");
        if (predicted.Concat(actual).Any(value => !double.IsFinite(value)))
            throw new UserOpsException("A prediction or a value is not a finite number; leave the customer out or repair the number.");
        double total = actual.Sum();
        var misses = predicted.Zip(actual, (guess, came) => guess - came).Aggregate(new MeanSums(), (sums, miss) => sums.Add(miss));
        var tenths = TenthsOf(predicted, actual);
        return new(predicted.Sum(), total)
        {
            TotalInterval = total > 0 && misses.Interval(level) is { } range ? new(range.Lower * misses.Count / total, range.Upper * misses.Count / total, level) : null,
            MeanAbsolute = predicted.Zip(actual, (guess, came) => Math.Abs(guess - came)).Average(),
            RootMeanSquare = Math.Sqrt(misses.SumOfSquares / misses.Count),
            RankCorrelation = Correlation(Ranks(predicted), Ranks(actual)),
            TopTenthShare = total > 0 ? tenths[0].Actual * tenths[0].Customers / total : null,
            ByTenth = tenths,
        };
    }

    private static ValueTenth[] TenthsOf(IReadOnlyList<double> predicted, IReadOnlyList<double> actual)
    {
        int[] order = [.. Enumerable.Range(0, predicted.Count).OrderByDescending(i => predicted[i])];
        double[] came = ShareOverTies(order, predicted, actual);
        int parts = Math.Min(Tenths, order.Length);
        return
        [
            .. from part in Enumerable.Range(0, parts)
               let range = (From: part * order.Length / parts, To: (part + 1) * order.Length / parts)
               select new ValueTenth(range.To - range.From, order[range.From..range.To].Average(i => predicted[i]), came[range.From..range.To].Average()),
        ];
    }

    /// <summary>What came, in the order given, each customer with the mean of all who have the same prediction.</summary>
    private static double[] ShareOverTies(int[] order, IReadOnlyList<double> predicted, IReadOnlyList<double> actual)
    {
        double[] came = new double[order.Length];
        for (int from = 0; from < order.Length;)
        {
            int to = from + 1;
            while (to < order.Length && predicted[order[to]] == predicted[order[from]])
                to++;
            Array.Fill(came, order[from..to].Average(i => actual[i]), from, to - from);
            from = to;
        }
        return came;
    }

    private static double[] Ranks(IReadOnlyList<double> values)
    {
        int[] order = [.. Enumerable.Range(0, values.Count).OrderBy(i => values[i])];
        double[] ranks = new double[order.Length], inOrder = ShareOverTies(order, values, RankOf(order));
        for (int place = 0; place < order.Length; place++)
            ranks[order[place]] = inOrder[place];
        return ranks;
    }

    private static double[] RankOf(int[] order)
    {
        double[] ranks = new double[order.Length];
        for (int place = 0; place < order.Length; place++)
            ranks[order[place]] = place;
        return ranks;
    }

    private static double? Correlation(double[] x, double[] y)
    {
        double meanX = x.Average(), meanY = y.Average();
        double both = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum(), spread = Math.Sqrt(x.Sum(a => (a - meanX) * (a - meanX)) * y.Sum(b => (b - meanY) * (b - meanY)));
        return spread > 0 ? both / spread : null;
    }
}
