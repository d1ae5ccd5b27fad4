using UserOps.Data;
using UserOps.Learning;
using UserOps.LifetimeValue.Models;
using UserOps.Statistics;

namespace UserOps.LifetimeValue.Comparison;

/// <summary>Which way to tell the value of customers to believe.</summary>
public static class ComparisonAnalysis
{
    /// <summary>Predicts what each known customer brings in held-out days by formula, cohort curve, probability model and regression, and holds all against what came.</summary>
    /// <remarks>Every method knows the orders before the cut-off and nothing after it. A method that the data do not allow is named with the reason.</remarks>
    /// <exception cref="UserOpsException">The export has no orders, or the definition contradicts itself.</exception>
    /// <exception cref="InsufficientDataException">The hold-out does not lie within the data, or fewer than two customers were known before it.</exception>
    public static ComparisonResult CompareLifetimeValues(this Dataset data, ComparisonDefinition? definition = null)
    {
        definition ??= new();
        ConfidenceLevel.Check(definition.Level);
        var book = CustomerBook.Of(data, definition);
        if (book.Users.Count < 2)
            throw new InsufficientDataException($"{book.Users.Count} customer before {book.Days.CutOff:yyyy-MM-dd}", "at least two", "Choose a later cut-off.");
        return new()
        {
            Definition = definition,
            Period = book.Days.HeldOut,
            Calendar = data.Calendar,
            Customers = book.Users.Count,
            Actual = book.Actual,
            Methods = [.. Methods(book, definition.Learner ?? LightGbmLibrary.Boosted()).Select(method => Try(book, method.Name, method.Assumption, method.Predict, definition.Level))],
        };
    }

    private static IEnumerable<(string Name, string Assumption, Func<double[]> Predict)> Methods(CustomerBook book, Learner boosted)
    {
        yield return (
            "Formula: ARPU × N × retention", "buyers of the last 30 days are all alike; what is lost after 30 days is all that is ever lost; nobody else comes back",
            () => FormulaPredictions.Of(book).ForPeriods);
        yield return (
            "Formula: ARPU ÷ churn", "buyers of the last 30 days are all alike and leave at one rate for ever; nobody else comes back; counted up to the horizon",
            () => FormulaPredictions.Of(book).Perpetual);
        yield return (
            "Cohort curve", "customers bring what older ones brought at the same age, whatever they have done; beyond known ages as in the last 30 days of the curve",
            () => CohortPredictions.Of(book));
        yield return (
            "BG/NBD × Gamma-Gamma", "customers buy at a steady rate of their own until they leave for good; what a purchase is worth has nothing to do with how often they buy",
            () => ProbabilityPredictions.Of(book, BgNbd.Fit));
        yield return (
            "MBG/NBD × Gamma-Gamma", "the same, and a customer can also leave after the very first purchase", () => ProbabilityPredictions.Of(book, MbgNbd.Fit));
        yield return (
            "Two-stage regression, boosted trees", "what went with buying and spending before will go with it again; seasons like those learnt from",
            () => RegressionPredictions.Of(book, boosted));
        yield return (
            "Two-stage regression, linear", "the same, and each habit adds to the odds and to the logarithm of the amount on its own",
            () => RegressionPredictions.Of(book, Learner.Linear));
    }

    private static ValueMethod Try(CustomerBook book, string name, string assumption, Func<double[]> predict, double level)
    {
        try
        {
            double[] predicted = predict();
            return new(name, assumption, ValueErrors.Of(predicted, book.Actual, level), null) { Predicted = predicted };
        }
        catch (InsufficientDataException reason)
        {
            return new(name, assumption, null, reason.Message);
        }
    }
}
