using MathNet.Numerics.Distributions;
using UserOps.Activity;
using UserOps.Data;
using UserOps.Statistics;

namespace UserOps.LifetimeValue.Formulas;

/// <summary>Lifetime value by simple formulas.</summary>
public static class FormulaAnalysis
{
    /// <summary>ARPU × N × retention and ARPU × margin ÷ churn with measured inputs, their intervals and what each formula assumes.</summary>
    /// <remarks>Active users and retention are counted by event; where the export has only orders, by order. Only periods that the data hold in full count.</remarks>
    /// <exception cref="UserOpsException">The export has no orders, or the definition contradicts itself.</exception>
    /// <exception cref="InsufficientDataException">Fewer than two whole periods, or fewer than two active users.</exception>
    public static FormulaResult FormulaValues(this Dataset data, FormulaDefinition? definition = null)
    {
        definition ??= new();
        if (definition.Periods < 1)
            throw new UserOpsException($"{nameof(FormulaDefinition.Periods)} is {definition.Periods}; 1 or more is needed.");
        ConfidenceLevel.Check(definition.Level);
        var margin = OrderMargin.Of(data, definition.Margin);
        var days = (definition.Period ?? data.Period).Intersect(data.Observed);
        (int first, int last) = WholeSteps(data, definition, days);
        var whole = new Time.Period(
            DateOnly.FromDayNumber(data.Calendar.FirstDayOf(first, definition.Grain)), DateOnly.FromDayNumber(data.Calendar.FirstDayOf(last + 1, definition.Grain)));
        var sums = Sum(data, definition, whole, first, last);
        if (sums.Users < 2 || double.IsNaN(sums.Retention))
            throw new InsufficientDataException($"{sums.Users} active users in {whole}", "at least two, one of them before the last period", $"The data cover {data.Observed}; choose other days.");
        return new()
        {
            Definition = definition,
            Period = whole,
            Calendar = data.Calendar,
            Margin = margin.Rate,
            MarginWords = margin.Describe(),
            ByOrders = !data.Has(TableKind.Events),
            Sums = sums,
            Quantile = Normal.InvCDF(0, 1, 0.5 + definition.Level / 2),
        };
    }

    private static (int First, int Last) WholeSteps(Dataset data, FormulaDefinition definition, Time.Period days)
    {
        int first = data.Calendar.StepOf(days.Start.DayNumber, definition.Grain), last = data.Calendar.StepOf(days.End.DayNumber, definition.Grain) - 1;
        if (data.Calendar.FirstDayOf(first, definition.Grain) < days.Start.DayNumber)
            first++;
        return last > first ? (first, last) : throw new InsufficientDataException(
            $"{Math.Max(0, last - first + 1)} whole {definition.Grain.ToString().ToLowerInvariant()}s in {days}", "at least two", $"Choose a shorter {nameof(FormulaDefinition.Grain)} or more days.");
    }

    private static FormulaSums Sum(Dataset data, FormulaDefinition definition, Time.Period whole, int first, int last)
    {
        (long from, long to) = data.Ticks(whole);
        var steps = new ActiveSteps(data.Activity.Between(from, to), data.Calendar, definition.Grain, whole);
        var orders = data.Orders.Between(from, to);
        var sums = new FormulaSums();
        for (int user = 0; user < data.Users.Count; user++)
        {
            double revenue = 0;
            foreach (var order in orders[user])
                revenue += order.Net;
            sums.Add(steps.Of(user), first, last, revenue);
        }
        return sums;
    }
}
