using UserOps.Data;

namespace UserOps.Uplift;

/// <summary>Whom a campaign changes: learnt from users who were assigned to arms by lot.</summary>
public static class UpliftAnalysis
{
    /// <summary>Learns from an experiment of the export whom the treatment changes, and tests it on users that no model learnt from.</summary>
    /// <remarks>
    /// Features hold only what was known when the day of the assignment began; outcomes count from the moment of assignment. The learners, with their sources, are
    /// those of <see cref="UpliftLearner"/>; judging follows N. Radcliffe (2007). The assumption most often broken: the arm was not drawn by lot.
    /// </remarks>
    /// <exception cref="MissingDataException">The export has no exposures, no such experiment, or no orders where the outcome needs them.</exception>
    /// <exception cref="InsufficientDataException">An arm, an outcome or the hold-out has too few users.</exception>
    /// <exception cref="UserOpsException">The control is not known, more than ten arms are named, or the definition contradicts itself.</exception>
    public static UpliftResult Uplift(this Dataset data, UpliftDefinition? definition = null)
    {
        definition ??= new();
        UpliftChecks.Check(definition);
        return UpliftRun.Of(ExposedUsers.Of(data, definition), definition);
    }

    /// <summary>Learns the same from a ready table with a column of the arm and one of the outcome.</summary>
    /// <exception cref="InsufficientDataException">An arm, an outcome or the hold-out has too few users.</exception>
    /// <exception cref="UserOpsException">A column is missing, the control is not known, more than ten arms are named, or the definition contradicts itself.</exception>
    public static UpliftResult Uplift(this TypedTable table, UpliftTableDefinition definition)
    {
        UpliftChecks.Check(definition);
        return UpliftRun.Of(WideUsers.Of(table, definition), definition);
    }
}
