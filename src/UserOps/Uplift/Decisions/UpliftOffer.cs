using UserOps.Display;

namespace UserOps.Uplift;

/// <summary>What contacting a user costs and what a change of the outcome brings.</summary>
/// <remarks>Contacting a user whose outcome it changes by u gains u · <see cref="Value"/> − <see cref="Cost"/>: it pays from u = cost ÷ value on, whatever the user would do anyway.</remarks>
public sealed record UpliftOffer
{
    /// <summary>What contacting a user costs, whatever comes of it; zero or more.</summary>
    public required double Cost { get; init; }

    /// <summary>The margin of one unit of the outcome: of an order more, or of each unit of revenue, such as 0.4; above 0.</summary>
    public required double Value { get; init; }

    /// <summary>What may be spent in all; no limit when absent.</summary>
    public double? Budget { get; init; }

    /// <summary>The currency sign or code that amounts are printed with; may be empty.</summary>
    public string Currency { get; init; } = "";

    /// <summary>The uplift from which contacting a user pays, in the unit of the outcome.</summary>
    public double BreakEven => Cost / Value;

    internal Format Money => Format.Money(Currency, Cost < 10 ? 2 : 0);

    /// <summary>How sums over many users are printed.</summary>
    internal Format Sum => Format.Money(Currency, 0);

    internal string Unit => Currency.Length > 0 ? Currency : "money";

    internal string Terms => $"{Money.Write(Cost)} a contact, {Format.Money(Currency).Write(Value)} a unit of the outcome";

    internal double Gain(double uplift) => uplift * Value - Cost;

    internal void Check()
    {
        Need(Cost >= 0 && double.IsFinite(Cost), "cost", Cost, "zero or more");
        Need(Value > 0 && double.IsFinite(Value), "value", Value, "more than 0");
        Need(Budget is not { } budget || budget >= 0, "budget", Budget, "zero or more");
    }

    private static void Need(bool holds, string what, double? found, string needed)
    {
        if (!holds)
            throw new UserOpsException(FormattableString.Invariant($"The offer's {what} is {found}; {needed} is needed."));
    }
}
