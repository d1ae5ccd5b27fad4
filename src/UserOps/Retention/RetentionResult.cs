using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Time;

namespace UserOps.Retention;

/// <summary>Retention by cohort: a row a cohort, a column a period after the start.</summary>
public sealed record RetentionResult : AnalysisResult
{
    internal RetentionResult() { }

    /// <summary>What was asked.</summary>
    public required RetentionDefinition Definition { get; init; }

    /// <summary>The days in which cohorts start.</summary>
    public required Period Period { get; init; }

    /// <summary>The calendar of the days.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>Distinct users in the cohorts.</summary>
    public required int Users { get; init; }

    /// <summary>The periods after the start, one a column.</summary>
    public required IReadOnlyList<PeriodRange> Ranges { get; init; }

    /// <summary>The cohorts in order, empty ones included.</summary>
    public required IReadOnlyList<RetentionCohort> Cohorts { get; init; }

    /// <summary>Retention over all cohorts, weighted by their size.</summary>
    public required RetentionCurve Curve { get; init; }

    /// <summary>The groups of the breakdown, the largest first; empty without a breakdown.</summary>
    public required IReadOnlyList<RetentionGroup> Groups { get; init; }

    /// <summary>Whether the export says when users signed up.</summary>
    public required bool HasSignups { get; init; }

    /// <summary>Retention over all cohorts in the range that begins with a period, such as 7 for D7.</summary>
    /// <exception cref="UserOpsException">That period was not asked for.</exception>
    public RetentionPoint At(int period) => Curve.Points.FirstOrDefault(point => point.Range.From == period)
        ?? throw new UserOpsException($"Period {period} was not asked for; there are: {string.Join(", ", Ranges.Select(Label))}. Name it in {nameof(RetentionDefinition.Kind)}.");

    /// <summary>The comparison of the groups; null without a breakdown.</summary>
    public RetentionByGroup? ByGroup => Groups.Count == 0 ? null : new RetentionByGroup { Of = this };

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => ByGroup is { } groups ? [Curve, groups] : [Curve];

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"Retention by {Step} cohort",
        [new("Cohort", Format.Text), new("Users", Format.Count), .. Ranges.Select(range => new TableColumn(Label(range), Format.Percent()))],
        [
            .. Cohorts.Select(cohort => (object?[])[CohortName(cohort), cohort.Users, .. Ranges.Select((_, cell) => (object?)cohort.Rate(cell))]),
            ["Weighted mean", Cohorts.Sum(cohort => cohort.Users), .. Curve.Points.Select(point => (object?)point.Rate)],
        ],
        Caption.Of(Users, "users", Period, Calendar, [.. Words.Of(Definition)]));

    /// <inheritdoc/>
    public override Chart ToChart() => new HeatMap(
        $"Retention by {Step} cohort",
        [.. Cohorts.Select(CohortName)],
        [.. Ranges.Select(Label)],
        new($"Cohort (first day of the {Step})", Format.Text),
        new(Words.PeriodAxis(Definition), Format.Text),
        [.. Cohorts.Select(cohort => (IReadOnlyList<double>)[.. Ranges.Select((_, cell) => cohort.Rate(cell) ?? double.NaN)])],
        Format.Percent(0))
    { Subtitle = $"n = {Caption.Count(Users)} users · {Definition.Kind.Describe(Definition.Grain)}", Height = Math.Clamp(120 + 24 * Cohorts.Count, 280, 900) };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => [.. Words.Notes(this)];

    private string Step => Definition.Grain.ToString().ToLowerInvariant();

    private string Label(PeriodRange range) => Definition.Kind.Label(range, Definition.Grain);

    private static string CohortName(RetentionCohort cohort) => Format.Date.Write(cohort.Start);
}
