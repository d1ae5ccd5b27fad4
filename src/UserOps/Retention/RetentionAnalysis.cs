using UserOps.Data;
using UserOps.Time;

namespace UserOps.Retention;

/// <summary>Which users come back, by cohort.</summary>
public static class RetentionAnalysis
{
    /// <summary>The share of each cohort that came back after 1, 2, 3 … days, weeks or months. Periods that have not fully elapsed for a cohort are blank.</summary>
    /// <exception cref="UserOpsException">The export has neither events nor orders, a name is unknown, or the definition contradicts itself.</exception>
    /// <exception cref="InsufficientDataException">No user enters a cohort in the period.</exception>
    public static RetentionResult Retention(this Dataset data, RetentionDefinition? definition = null)
    {
        definition ??= new();
        var period = definition.Period ?? data.Period;
        var counts = RetentionCounts.Of(data, definition, period);
        if (counts.Entries == 0)
            throw new InsufficientDataException(
                $"no user who starts in {period}", "at least one", $"The data cover {data.Period}; choose a period or start events within them.");
        return new()
        {
            Definition = definition,
            Period = period,
            Calendar = data.Calendar,
            Users = counts.Users,
            Ranges = counts.Ranges,
            Cohorts = counts.Cohorts(null),
            Curve = Curve(definition, period, data.Calendar, counts) with { Evidence = () => RetentionCounts.Evidence(data, definition, period) },
            Groups = counts.Groups(),
            HasSignups = data.HasSignups,
        };
    }

    private static RetentionCurve Curve(RetentionDefinition definition, Period period, Calendar calendar, RetentionCounts counts) => new()
    {
        Definition = definition,
        Period = period,
        Calendar = calendar,
        Users = counts.Users,
        Points = RetentionPoint.Pool(definition, counts.Ranges, counts.Cohorts(null)),
    };
}
