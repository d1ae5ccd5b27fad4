using System.Globalization;
using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.LifetimeValue.Models;

/// <summary>How many customers made 0, 1, 2, … repeat purchases, and how many the model expects.</summary>
internal static class FrequencyChart
{
    private const int Last = 7, MostAges = 400;

    public static Chart Of(PurchaseModelFit fit)
    {
        double[] actual = Actual(fit.Patterns), expected = Expected(fit);
        return new BarChart(
            $"{fit.ModelName}: customers by repeat purchases",
            [.. Enumerable.Range(0, Last).Select(x => x.ToString(CultureInfo.InvariantCulture)), $"{Last}+"],
            new("Repeat purchases in the observed time", Format.Text), new("Customers", Format.Count),
            [new("Actual", actual), new("Expected", expected)])
        { Subtitle = $"n = {Caption.Count(fit.Customers)} customers" };
    }

    public static double[] Actual(PurchasePatterns patterns)
    {
        double[] counts = new double[Last + 1];
        for (int i = 0; i < patterns.Count; i++)
            counts[Math.Min(Last, patterns.Frequency[i])] += patterns.Weight[i];
        return counts;
    }

    /// <summary>The expected numbers; where customers have very many different ages, from evenly spread ones.</summary>
    public static double[] Expected(PurchaseModelFit fit)
    {
        double[] counts = new double[Last + 1];
        foreach (var (age, weight) in Ages(fit.Patterns))
        {
            double[] probabilities = fit.Model.PurchaseProbabilities(age);
            for (int k = 0; k < Last && k < probabilities.Length; k++)
                counts[k] += weight * probabilities[k];
            counts[Last] += weight * probabilities.Skip(Last).Sum();
        }
        return counts;
    }

    private static IEnumerable<(double Age, double Weight)> Ages(PurchasePatterns patterns)
    {
        var ages = patterns.Age.Zip(patterns.Weight).GroupBy(pair => pair.First).Select(group => (Age: group.Key, Weight: group.Sum(pair => pair.Second)))
            .OrderBy(pair => pair.Age).ToArray();
        int step = ages.Length / MostAges + 1;
        return ages.Chunk(step).Select(chunk => (chunk[chunk.Length / 2].Age, chunk.Sum(pair => pair.Weight)));
    }
}
