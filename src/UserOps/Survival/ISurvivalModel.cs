using UserOps.Data;

namespace UserOps.Survival;

/// <summary>A model that says of every user how likely the event is still to come after any time.</summary>
public interface ISurvivalModel
{
    /// <summary>The model in a word, for tables.</summary>
    string Name { get; }

    /// <summary>The predicted survival of the rows of a table with the covariates, from the start.</summary>
    /// <exception cref="UserOpsException">A covariate is missing or holds a word that the model has not seen.</exception>
    PredictedSurvival Predict(TypedTable rows);
}

/// <summary>The predicted survival of some rows; NaN where a covariate is missing.</summary>
public abstract class PredictedSurvival
{
    /// <summary>How many rows there are.</summary>
    public abstract int Count { get; }

    /// <summary>The last time that the prediction reaches; infinite for a model with a formula.</summary>
    public virtual double LastTime => double.PositiveInfinity;

    /// <summary>The chance that the event has not happened by a time; NaN beyond <see cref="LastTime"/>.</summary>
    public abstract double At(int row, double time);

    /// <summary>The chance that the event comes within a horizon from now on, for a row that is without it at its age.</summary>
    /// <param name="row">The row.</param>
    /// <param name="age">The time already lasted.</param>
    /// <param name="within">The horizon, above 0.</param>
    public double RiskWithin(int row, double age, double within) => 1 - At(row, age + within) / At(row, age);

    /// <summary>The expected time lost within a horizon from now on, for a row that is without the event at its age.</summary>
    public double ExpectedLoss(int row, double age, double within)
    {
        const int steps = 60;
        double now = At(row, age), lost = 0;
        for (int step = 0; step < steps; step++)
            lost += 1 - At(row, age + within * (step + 0.5) / steps) / now;
        return lost * within / steps;
    }
}
