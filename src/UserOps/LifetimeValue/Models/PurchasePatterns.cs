namespace UserOps.LifetimeValue.Models;

/// <summary>The distinct (x, t_x, T) of many customers with how many share each: likelihoods cost one term a pattern, not one a customer.</summary>
internal sealed class PurchasePatterns
{
    private PurchasePatterns(int[] frequency, double[] recency, double[] age, double[] weight, int[] patternOf)
    {
        (Frequency, Recency, Age, Weight, PatternOf) = (frequency, recency, age, weight, patternOf);
        Customers = weight.Sum();
        HighestFrequency = frequency.Length == 0 ? 0 : frequency.Max();
        (Ages, AgeOf) = Distinct(age);
    }

    /// <summary>How many distinct patterns.</summary>
    public int Count => Frequency.Length;

    public int[] Frequency { get; }

    public double[] Recency { get; }

    public double[] Age { get; }

    /// <summary>The distinct ages: customers of one day share theirs.</summary>
    public double[] Ages { get; }

    /// <summary>Where in <see cref="Ages"/> the age of each pattern is.</summary>
    public int[] AgeOf { get; }

    /// <summary>How many customers have the pattern.</summary>
    public double[] Weight { get; }

    /// <summary>How many customers there are.</summary>
    public double Customers { get; }

    public int HighestFrequency { get; }

    /// <summary>The pattern of each customer; empty where customers are no longer told apart.</summary>
    public int[] PatternOf { get; }

    public static PurchasePatterns Of(CustomerHistories histories) => Of(histories.Frequency, histories.Recency, histories.Age, customers: null);

    /// <summary>Patterns of rows that stand for several customers each, or one each without <paramref name="customers"/>.</summary>
    public static PurchasePatterns Of(IReadOnlyList<int> frequency, IReadOnlyList<double> recency, IReadOnlyList<double> age, IReadOnlyList<int>? customers)
    {
        var codes = new Dictionary<(int Frequency, double Recency, double Age), int>();
        List<double> weight = [];
        List<int> patternOf = new(frequency.Count);
        for (int row = 0; row < frequency.Count; row++)
        {
            var pattern = (frequency[row], recency[row], age[row]);
            if (!codes.TryGetValue(pattern, out int code))
            {
                codes.Add(pattern, code = weight.Count);
                weight.Add(0);
            }
            int count = customers?[row] ?? 1;
            weight[code] += count;
            for (int i = 0; i < count; i++)
                patternOf.Add(code);
        }
        return new([.. codes.Keys.Select(key => key.Frequency)], [.. codes.Keys.Select(key => key.Recency)], [.. codes.Keys.Select(key => key.Age)], [.. weight], [.. patternOf]);
    }

    /// <summary>One customer.</summary>
    public static PurchasePatterns Single(CustomerHistory customer) => new([customer.Frequency], [customer.Recency], [customer.Age], [1], [0]);

    /// <summary>The patterns of customers that were drawn so many times each.</summary>
    public PurchasePatterns Drawn(ReadOnlySpan<int> times)
    {
        double[] weights = new double[Count];
        for (int customer = 0; customer < times.Length; customer++)
            weights[PatternOf[customer]] += times[customer];
        return Pick([.. Enumerable.Range(0, Count).Where(i => weights[i] > 0)], weights);
    }

    /// <summary>About so many patterns, evenly spread over all, for a first search.</summary>
    public PurchasePatterns Thin(int count)
    {
        int step = Math.Max(1, Count / count);
        return Pick([.. Enumerable.Range(0, Count).Where(i => i % step == 0)], Weight);
    }

    /// <summary>A customer with the pattern.</summary>
    public CustomerHistory Customer(int pattern) => new("", Frequency[pattern], Recency[pattern], Age[pattern], double.NaN);

    /// <summary>How many customers have a repeat purchase.</summary>
    public double RepeatBuyers() => Enumerable.Range(0, Count).Where(i => Frequency[i] > 0).Sum(i => Weight[i]);

    /// <summary>The purchases of all customers, the first ones not counted.</summary>
    public double Purchases() => Enumerable.Range(0, Count).Sum(i => Weight[i] * Frequency[i]);

    /// <summary>The observed time of all customers.</summary>
    public double Time() => Enumerable.Range(0, Count).Sum(i => Weight[i] * Age[i]);

    private static (double[] Values, int[] Codes) Distinct(double[] values)
    {
        Dictionary<double, int> codes = [];
        int[] codeOf = new int[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (!codes.TryGetValue(values[i], out int code))
                codes.Add(values[i], code = codes.Count);
            codeOf[i] = code;
        }
        return ([.. codes.Keys], codeOf);
    }

    private PurchasePatterns Pick(int[] rows, double[] weights) => new(
        [.. rows.Select(i => Frequency[i])], [.. rows.Select(i => Recency[i])], [.. rows.Select(i => Age[i])], [.. rows.Select(i => weights[i])], []);
}
