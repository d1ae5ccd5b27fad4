using UserOps.Data;
using UserOps.Retention;

namespace UserOps.Benchmarks.Questions;

/// <summary>Which share of each week's new users comes back in week 1, 2, 3 …?</summary>
internal sealed class WeeklyRetention : IQuestion
{
    public string Name => "weekly_retention";

    public object Ask(Dataset data) => data.Retention().Cohorts.Select(cohort => cohort.Retained.Prepend(cohort.Users));
}
