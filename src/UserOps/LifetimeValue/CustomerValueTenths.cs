using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.LifetimeValue.Models;

namespace UserOps.LifetimeValue;

/// <summary>The value of customers by tenth, the most valuable first.</summary>
public sealed record CustomerValueTenths : AnalysisResult
{
    private const int MostParts = 10;

    internal CustomerValueTenths() { }

    /// <summary>The values.</summary>
    public required CustomerValues Of { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "What customers are worth from now on, by tenth",
        [
            new("Tenth", Format.Count), new("Customers", Format.Count), new("Still there", Format.Percent(0)), new("Purchases each", Format.Number()),
            new("Value of a purchase", Format.Money()), new("Value each", Format.Money()), new("Value of all", Format.Money("", 0)), new("Share of value", Format.Percent()),
        ],
        Tenths().Select((tenth, i) => new object?[]
        {
            i + 1, tenth.Length, tenth.Average(one => one.ProbabilityAlive), tenth.Average(one => one.Purchases), tenth.Average(one => one.ValueOfPurchase),
            tenth.Average(one => one.Value), tenth.Sum(one => one.Value), Share(tenth),
        }),
        string.Join(" · ",
        [
            $"n = {Caption.Count(Of.Customers.Count)} customers", $"{Of.ModelName} and Gamma-Gamma, {FormattableString.Invariant($"{Of.Discounting.Horizon:0.#}")} {Of.Unit.Plural()} ahead, discounted",
            $"all together {Money(Of.Total)} [{Money(Of.TotalInterval.Lower)}, {Money(Of.TotalInterval.Upper)}]", "means over the customers of a tenth",
        ]));

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        "Where the value of customers lies",
        [.. Tenths().Select((_, i) => FormattableString.Invariant($"{i + 1}"))],
        new("Tenth of customers, most valuable first", Format.Text),
        new("Expected value of the tenth", Format.Money("", 0)),
        [new("Value", [.. Tenths().Select(tenth => tenth.Sum(one => one.Value))])])
    { Subtitle = $"n = {Caption.Count(Of.Customers.Count)} customers · {Of.ModelName} and Gamma-Gamma" };

    private CustomerValue[][] Tenths()
    {
        CustomerValue[] all = [.. Of.Customers];
        int parts = Math.Min(MostParts, all.Length);
        return [.. Enumerable.Range(0, parts).Select(part => all[(part * all.Length / parts)..((part + 1) * all.Length / parts)])];
    }

    private double? Share(CustomerValue[] tenth) => Of.Total > 0 ? tenth.Sum(one => one.Value) / Of.Total : null;

    private static string Money(double value) => Format.Money("", 0).Write(value);
}
