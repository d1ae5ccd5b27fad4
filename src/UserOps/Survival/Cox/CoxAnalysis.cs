using UserOps.Statistics;

namespace UserOps.Survival;

/// <summary>What speeds the event up or slows it down.</summary>
public static class CoxAnalysis
{
    /// <summary>Fits Cox's proportional-hazards model.</summary>
    /// <remarks>D. R. Cox (1972), JRSS B 34; ties by B. Efron (1977), JASA 72, or N. Breslow (1974), Biometrics 30. It assumes that hazards keep their
    /// ratio over time (<see cref="CoxResult.ProportionalHazards"/> tests it) and that censoring tells nothing about the event beyond the covariates.</remarks>
    /// <exception cref="UserOpsException">A column is missing or unfit, a covariate follows from the others, or the definition contradicts itself.</exception>
    /// <exception cref="InsufficientDataException">Too few events, a covariate that is the same for all, or one that separates those with the event from those without.</exception>
    public static CoxResult Cox(this SurvivalData data, CoxDefinition definition)
    {
        Check(definition);
        var design = DesignMatrix.Of(data, definition.Covariates);
        var strata = SpellGroups.By(data, definition.Strata);
        var rows = CoxRows.Of(data, design, strata.Of, strata.Names.Length);
        int events = rows.Events.Count(seen => seen);
        if (events <= design.Width)
            throw new InsufficientDataException(
                $"{events} events", $"more than the {design.Width} coefficients (ten times as many are better)", "Watch longer, or name fewer covariates.");
        var sets = new RiskSets(rows, definition.Ties);
        double[] gradient = new double[design.Width];
        double[,] information = new double[design.Width, design.Width];
        double without = sets.Evaluate(new double[design.Width], gradient, information);
        var factor = Cholesky.Of(information, out int spoiler, 1e-9) ?? throw Refusals.Determined(design, spoiler, "within the strata and the times with events");
        double score = factor.Solve(gradient).Zip(gradient, (a, b) => a * b).Sum();
        return new(data, definition, new(design, rows, sets, strata), Maximise(sets, design, rows), without, score);
    }

    private static Maximum Maximise(RiskSets sets, DesignMatrix design, CoxRows rows)
    {
        try
        {
            return Newton.Maximise(sets.Evaluate, new double[design.Width]);
        }
        catch (NoMaximumException reason) when (!reason.Grows)
        {
            throw Refusals.Determined(design, reason.Coefficient, "among those at risk");
        }
        catch (NoMaximumException reason)
        {
            throw Refusals.Separated(design, rows, reason.Coefficient);
        }
    }

    private static void Check(CoxDefinition definition)
    {
        if (!(definition.Level > 0 && definition.Level < 1))
            throw new UserOpsException(FormattableString.Invariant($"The level {definition.Level} was asked for; it must lie between 0 and 1, such as 0.95."));
        if (definition is { Ties: Ties.Exact, Errors: CoxErrors.Robust })
            throw new UserOpsException("Robust errors are not defined for the exact likelihood. Use Ties.Efron, or errors from the model.");
        if (definition is { Cluster: not null, Errors: CoxErrors.Model })
            throw new UserOpsException($"Clusters by '{definition.Cluster}' need robust errors. Set Errors to CoxErrors.Robust, or name no cluster.");
    }
}
