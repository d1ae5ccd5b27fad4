using UserOps.LifetimeValue.Formulas;

namespace UserOps.LifetimeValue.Comparison;

/// <summary>The simple formulas as predictions: whoever bought in the last 30 known days is an active customer and brings the same as every other; the rest nothing.</summary>
internal sealed class FormulaPredictions
{
    private const int StepDays = 30;

    private readonly CustomerBook _book;
    private readonly int _steps;
    private readonly FormulaSums _sums = new();
    private readonly bool[] _isActive;

    private FormulaPredictions(CustomerBook book)
    {
        (_book, _steps) = (book, book.Days.Known.Days / StepDays);
        if (_steps < 2)
            throw new InsufficientDataException($"{book.Days.Known.Days} days before the cut-off", $"{2 * StepDays} for a retention rate from {StepDays} days to {StepDays} days", "Choose a later cut-off.");
        _isActive = [.. book.Users.Select(Add)];
        if (double.IsNaN(_sums.Retention))
            throw new InsufficientDataException("no customer who bought before the last step", "at least one", "Choose a later cut-off.");
    }

    /// <summary>Both formulas up to the horizon.</summary>
    public static (double[] ForPeriods, double[] Perpetual) Of(CustomerBook book)
    {
        var formula = new FormulaPredictions(book);
        double periods = (double)book.Days.Horizon / StepDays, arpu = formula._sums.Arpu, retention = formula._sums.Retention;
        return (formula.ForActive(LifetimeFormula.ForPeriods(arpu, periods, retention)), formula.ForActive(LifetimeFormula.Ahead(arpu, retention, periods)));
    }

    private double[] ForActive(double value) => [.. _isActive.Select(active => active ? value : 0)];

    /// <summary>Adds a customer's steps of 30 days, counted back from the cut-off, and says whether the last one saw a purchase.</summary>
    private bool Add(int user)
    {
        List<int> steps = [];
        double revenue = 0;
        foreach (var order in _book.Data.Orders[user])
        {
            int step = _steps - 1 - (int)((_book.CutOff - 1 - order.Ticks) / (StepDays * TimeSpan.TicksPerDay));
            if (order.Ticks >= _book.CutOff || step < 0)
                continue;
            revenue += order.Net;
            if (order.IsPurchase() && (steps.Count == 0 || steps[^1] != step))
                steps.Add(step);
        }
        _sums.Add([.. steps], 0, _steps - 1, revenue);
        return steps.Count > 0 && steps[^1] == _steps - 1;
    }
}
