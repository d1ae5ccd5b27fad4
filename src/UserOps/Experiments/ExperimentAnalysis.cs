using UserOps.Data;
using UserOps.Experiments.Collecting;
using UserOps.Experiments.Integrity;
using UserOps.Experiments.Reporting;
using UserOps.Experiments.Views;

namespace UserOps.Experiments;

/// <summary>What an A/B test says, and whether it can be trusted.</summary>
public static class ExperimentAnalysis
{
    /// <summary>Reports an experiment of an export: exposures, and what users did after them.</summary>
    /// <exception cref="MissingDataException">The export lacks exposures, the experiment, or what a metric is made of.</exception>
    /// <exception cref="InsufficientDataException">There are fewer than two arms with units.</exception>
    /// <exception cref="UserOpsException">The question does not fit the data; the message says why.</exception>
    public static ExperimentReport Experiment(this Dataset data, ExperimentDefinition? definition = null) => Report(ExperimentData.Of(data, definition ?? new()));

    /// <summary>Reports an experiment from a wide table: one row a user or visit, with the arm and the outcomes.</summary>
    /// <exception cref="InsufficientDataException">There are fewer than two arms with units.</exception>
    /// <exception cref="UserOpsException">A column is missing or of another type, or the question does not fit.</exception>
    public static ExperimentReport Experiment(this TypedTable table, ExperimentTableDefinition definition) => Report(ExperimentData.Of(table, definition));

    private static ExperimentReport Report(ExperimentData data)
    {
        var sums = ExperimentSums.Collect(data);
        var integrity = new IntegrityChecks(data, sums).Run();
        var comparisons = new Comparing(data, sums).All();
        var verdict = new Deciding(data, sums, integrity, comparisons).Decide();
        int arm = verdict.Deciding is { } deciding ? Array.IndexOf(data.Assignment.Arms, deciding.Arm) : 1;
        return new(() => Cumulating.Of(data, sums, arm), () => NoveltyView.Of(data, arm), () => Stepping.Of(data, arm), property => Segmenting.Of(data, sums, arm, property))
        {
            Question = data.Question,
            Verdict = verdict,
            Integrity = integrity,
            Effects = new()
            {
                Comparisons = comparisons,
                Basis = $"{data.Name} · {data.Window} · {Caption.PerCent(data.Question.Level)} intervals",
                Warnings = [.. integrity.Failures.Select(check => $"{check.Name}: {check.Finding}. {check.Remedy}")],
            },
            Methods = new()
            {
                Comparisons = [.. comparisons.Where(one => one.Plain is not null)],
                Stratified = Segmenting.Stratify(data, sums, arm),
                Level = data.Question.Level,
            },
        };
    }
}
