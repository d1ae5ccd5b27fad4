using UserOps.Display;

namespace UserOps.Churn;

/// <summary>What it costs to keep users and what it brings: the terms under which a churn model earns money.</summary>
/// <remarks>
/// Contacting a user who leaves with probability p gains p · <see cref="SaveRate"/> · value − <see cref="Cost"/>, so it pays from
/// p = cost ÷ (save rate · value) on: C. Elkan (2001), "The foundations of cost-sensitive learning", IJCAI. The save rate is an assumption until an experiment
/// has measured it; <see cref="ProfitCurve.BreakEvenSaveRate"/> says how low it may be.
/// </remarks>
public sealed record RetentionOffer
{
    /// <summary>What the offer costs for each user who gets it, saved or not; zero or more.</summary>
    public required double Cost { get; init; }

    /// <summary>The share of users about to leave who stay because of the offer, above 0 and at most 1.</summary>
    public required double SaveRate { get; init; }

    /// <summary>The margin that a saved user brings, above 0.</summary>
    public required double Value { get; init; }

    /// <summary>The margin that saving a user brings, by user id, where users differ; <see cref="Value"/> holds for all when absent. Negative values count as 0.</summary>
    public Func<string, double>? ValueOf { get; init; }

    /// <summary>What may be spent on the offer in all; no limit when absent.</summary>
    public double? Budget { get; init; }

    /// <summary>The currency sign or code that amounts are printed with; may be empty.</summary>
    public string Currency { get; init; } = "";

    /// <summary>The probability of leaving from which the offer pays for a user of the usual value; above 1 where it never does.</summary>
    public double BreakEvenProbability => Cost / (SaveRate * Value);

    internal Format Money => Format.Money(Currency, Cost < 10 ? 2 : 0);

    internal string Terms => $"offer {Money.Write(Cost)} a user, {Format.Percent(0).Write(SaveRate)} of leavers saved, "
        + (ValueOf is null ? $"{Money.Write(Value)} a saved user" : "value by user");

    internal void Check()
    {
        Need(Cost >= 0 && double.IsFinite(Cost), "cost", Cost, "zero or more");
        Need(SaveRate is > 0 and <= 1, "save rate", SaveRate, "a share above 0 and at most 1");
        Need(Value > 0 && double.IsFinite(Value), "value", Value, "more than 0");
        Need(Budget is not { } budget || budget >= 0, "budget", Budget, "zero or more");
    }

    /// <summary>The margin of each user.</summary>
    internal double[] Values(IReadOnlyList<string> ids) => [.. ids.Select(id => ValueOf is null ? Value : Worth(id, ValueOf(id)))];

    internal double Gain(double probability, double value) => probability * SaveRate * value - Cost;

    // Rounding must not let a user pass who only breaks even.
    internal bool Pays(double brings) => brings > Cost + 1e-9 * Math.Max(Cost, 1e-3);

    private static double Worth(string id, double value) => double.IsFinite(value)
        ? Math.Max(0, value)
        : throw new UserOpsException($"The value of a saved user is {value} for one user (id of {id.Length} characters); a finite number is needed. Give users without one the mean.");

    private static void Need(bool holds, string what, double? found, string needed)
    {
        if (!holds)
            throw new UserOpsException($"The offer's {what} is {found}; {needed} is needed.");
    }
}
