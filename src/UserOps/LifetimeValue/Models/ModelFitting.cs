using UserOps.Statistics;

namespace UserOps.LifetimeValue.Models;

/// <summary>What fitting needs to know of a model.</summary>
/// <typeparam name="T">The model.</typeparam>
internal interface IFittable<T> where T : PurchaseModel
{
    /// <summary>The name of the model in the literature.</summary>
    static abstract string Name { get; }

    /// <summary>The names of the parameters in their customary order.</summary>
    static abstract IReadOnlyList<string> Names { get; }

    /// <summary>The model with these parameters.</summary>
    static abstract T Create(IReadOnlyList<double> values);

    /// <summary>Logarithms of parameters where searches begin.</summary>
    static abstract IReadOnlyList<double[]> Starts(PurchasePatterns patterns);
}

/// <summary>Fits models of repeat buying: checks the data, searches from several starts.</summary>
internal static class ModelFitting
{
    /// <summary>With fewer customers a fit of four parameters says nothing.</summary>
    public const int FewestCustomers = 20;

    /// <summary>With fewer repeat buyers neither rates nor leaving can be told apart.</summary>
    public const int FewestRepeatBuyers = 10;

    // Products over the purchases of a customer are tabulated for every step of the search.
    private const int MostPurchases = 100_000;

    // Above this many patterns the starts compete on a part of them.
    private const int Many = 5_000;

    // e^±7: parameters of less than a thousandth or more than a thousand.
    private const double Remote = 7;

    // e^±16: one purchase in ten million units of time, or ten million in one.
    private static readonly ParameterBox Box = ParameterBox.Around(4, 16);

    public static PurchaseModelFit<T> Fit<T>(CustomerHistories histories) where T : PurchaseModel, IFittable<T>
    {
        if (histories.Unit == TimeUnit.Opportunity)
            throw new UserOpsException($"{T.Name} needs time, but the histories count opportunities. Fit {nameof(BgBb)}, or summarise in days or weeks.");
        return Fit<T>(histories.Unit, PurchasePatterns.Of(histories));
    }

    public static PurchaseModelFit<T> Fit<T>(TimeUnit unit, PurchasePatterns patterns) where T : PurchaseModel, IFittable<T>
    {
        Check(patterns, T.Name);
        return new(T.Name, unit, patterns, Maximize<T>(patterns), T.Names, T.Create);
    }

    /// <summary>The maximum of the likelihood, from all starts.</summary>
    public static LikelihoodMaximum Maximize<T>(PurchasePatterns patterns) where T : PurchaseModel, IFittable<T>
    {
        var starts = T.Starts(patterns);
        if (patterns.Count > 2 * Many)
            starts = [Search<T>(patterns.Thin(Many), starts).Parameters];
        var found = Search<T>(patterns, starts);
        if (Array.TrueForAll(found.Parameters, log => Math.Abs(log) < Remote))
            return found;
        // Where leaving went to a limit, another maximum may lie where some customers leave at once and the others never.
        var other = Search<T>(patterns, [[found.Parameters[0], found.Parameters[1], -3, -2.3]]);
        return other.LogLikelihood > found.LogLikelihood ? other : found;
    }

    /// <summary>The maximum of the likelihood, from these starts.</summary>
    public static LikelihoodMaximum Search<T>(PurchasePatterns patterns, IReadOnlyList<double[]> starts) where T : PurchaseModel, IFittable<T>
    {
        var model = T.Create([.. starts[0].Select(Math.Exp)]);
        return MaximumLikelihood.Find(model.Likelihood(patterns), starts, Box);
    }

    private static void Check(PurchasePatterns patterns, string model)
    {
        if (patterns.Customers < FewestCustomers)
            throw new InsufficientDataException($"{patterns.Customers} customers", $"{FewestCustomers} for {model}", "Take a longer cohort of customers.");
        double repeat = patterns.RepeatBuyers();
        if (repeat < FewestRepeatBuyers)
            throw new InsufficientDataException($"{repeat} customers with a repeat purchase", $"{FewestRepeatBuyers} for {model}", "Observe longer, or take more customers.");
        if (patterns.HighestFrequency > MostPurchases)
            throw new UserOpsException(FormattableString.Invariant(
                $"A customer has {patterns.HighestFrequency} repeat purchases; {model} takes up to {MostPurchases}. Merge the purchases of a day, and look whether the column counts purchases."));
        if (patterns.Count == 1)
            throw new InsufficientDataException("the same purchases and times for every customer", "differences between customers", "Check the summary: times must be those of each customer.");
    }
}
