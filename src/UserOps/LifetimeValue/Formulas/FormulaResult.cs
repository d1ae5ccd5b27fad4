using UserOps.Display;
using UserOps.Time;

namespace UserOps.LifetimeValue.Formulas;

/// <summary>Lifetime value by two simple formulas, with their inputs and assumptions.</summary>
public sealed record FormulaResult : AnalysisResult
{
    internal FormulaResult() { }

    /// <summary>What was asked.</summary>
    public required FormulaDefinition Definition { get; init; }

    /// <summary>The whole periods that were counted.</summary>
    public required Period Period { get; init; }

    /// <summary>The calendar of the periods.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>The part of net revenue that is left.</summary>
    public required double Margin { get; init; }

    internal FormulaSums Sums { get; init; } = new();
    internal string MarginWords { get; init; } = "";
    internal bool ByOrders { get; init; }
    internal double Quantile { get; init; }

    /// <summary>Net revenue per active user and period.</summary>
    public Figure Arpu => Of($"ARPU per {Step}", Sums.Arpu, Format.Money(), 1, 0, ByOrders ? "net revenue ÷ buyers of the period" : "net revenue ÷ active users of the period");

    /// <summary>The share of active users who were active in the next period too.</summary>
    public Figure Retention => Of($"Retention from {Step} to {Step}", Sums.Retention, Format.Percent(), 0, 1, ByOrders ? "buyers who bought in the next period too" : "active users who were active in the next period too");

    /// <summary>ARPU × N × retention, in revenue.</summary>
    public Figure ForPeriods => Of(
        $"LTV = ARPU × {Definition.Periods} × retention", LifetimeFormula.ForPeriods(Sums.Arpu, Definition.Periods, Sums.Retention), Format.Money(),
        Definition.Periods * Sums.Retention, Definition.Periods * Sums.Arpu, $"revenue; assumes that everybody is worth the same, and that what is lost after one {Step} is all that is ever lost");

    /// <summary>ARPU × margin ÷ churn, in margin; blank where nobody left.</summary>
    public Figure Perpetual => 1 - Sums.Retention is > 0 and var churn
        ? Of("LTV = ARPU × margin ÷ churn", Sums.Arpu * Margin / churn, Format.Money(), Margin / churn, Margin * Sums.Arpu / (churn * churn), PerpetualWords)
        : new("LTV = ARPU × margin ÷ churn", null, Format.Money(), "blank: nobody left, so that the value has no end");

    /// <inheritdoc/>
    public override Table ToTable() => Figure.Table("Lifetime value by simple formulas", [Arpu, Retention, ForPeriods, Perpetual], Caption.Of(
        Sums.Users, "users", Period, Calendar, $"{Caption.Count(Sums.UserPeriods)} active user-{Step}s", MarginWords, $"{Caption.PerCent(Definition.Level)} normal intervals over users (delta method)"));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        "Both formulas take one number for all users and the future for a copy of the present: quick to check, easily wrong by a factor. Hold them against what really came in.",
    ];

    private static string PerpetualWords => "margin; assumes one churn rate for everybody and for ever: nobody differs, nobody comes back, later money is worth as much as money now";

    private string Step => Definition.Grain.ToString().ToLowerInvariant();

    private Figure Of(string name, double value, Format format, double byArpu, double byRetention, string definition)
    {
        double half = Quantile * Sums.ErrorOf(byArpu, byRetention);
        return new(name, value, format, definition) { N = Sums.Users, Interval = new(value - half, value + half, Definition.Level) };
    }
}
