using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Segments.Audiences;

/// <summary>What acting on an audience would bring if the assumption held, and from which response on it pays.</summary>
public sealed record ActionResult : AnalysisResult
{
    private static readonly double[] Scenarios = [0, 0.5, 1, 1.5, 2];

    internal ActionResult() { }

    /// <summary>What is assumed.</summary>
    public required ActionDefinition Definition { get; init; }

    /// <summary>The name of the audience.</summary>
    public required string Audience { get; init; }

    /// <summary>How many people are acted on.</summary>
    public required int People { get; init; }

    /// <summary>Revenue after refunds per order of its members so far.</summary>
    public required double OrderValue { get; init; }

    /// <summary>What acting costs.</summary>
    public double Cost => People * Definition.CostPerPerson;

    /// <summary>Margin on the extra orders less the cost.</summary>
    public double Profit => ProfitAt(Definition.ExtraOrders);

    /// <summary>The extra orders per person from which acting pays; null where an order brings no margin.</summary>
    public double? BreakEven => OrderValue > 0 ? Definition.CostPerPerson / (OrderValue * Definition.Margin) : null;

    /// <summary>The profit at another response.</summary>
    /// <param name="extraOrders">Extra orders per person.</param>
    public double ProfitAt(double extraOrders) => People * extraOrders * OrderValue * Definition.Margin - Cost;

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"What acting on '{Audience}' is worth",
        [
            new("If", Format.Text), new("extra orders per person are", Format.Number(3)), new("Extra orders", Format.Number(0)), new("Extra revenue", Format.Money(digits: 0)),
            new("Margin on it", Format.Money(digits: 0)), new("Cost", Format.Money(digits: 0)), new("Profit", Format.Money(digits: 0)),
        ],
        [
            .. Scenarios.Select(part => Row(Name(part), part * Definition.ExtraOrders)),
            .. BreakEven is { } even ? new[] { Row("break-even", even) } : [],
        ],
        $"n = {Caption.Count(People)} people · {Format.Money().Write(OrderValue)} revenue per order of theirs so far · margin {Format.Percent(0).Write(Definition.Margin)} · "
        + $"cost {Format.Money().Write(Definition.CostPerPerson)} a person · the response is an assumption until a hold-out has measured it");

    /// <inheritdoc/>
    public override Chart ToChart() => new LineChart(
        $"Profit of acting on '{Audience}' by response", [.. Scenarios.Select(part => (object)(part * Definition.ExtraOrders))],
        new("Extra orders per person", Format.Number(3)), new("Profit", Format.Money(digits: 0)),
        [new("Profit", [.. Scenarios.Select(part => ProfitAt(part * Definition.ExtraOrders))])])
    { Subtitle = BreakEven is { } even ? $"pays from {Format.Number(3).Write(even)} extra orders per person" : "an order brings no margin" };

    private static string Name(double part) => part switch
    {
        0 => "nobody responds",
        1 => "as assumed",
        _ => FormattableString.Invariant($"{part:0.#} times as assumed"),
    };

    private object?[] Row(string name, double response) =>
        [name, response, People * response, People * response * OrderValue, People * response * OrderValue * Definition.Margin, Cost, ProfitAt(response)];
}
