using UserOps.Activity;
using UserOps.Data;

namespace UserOps.Benchmarks.Questions;

/// <summary>How many users are active by day, in the trailing 7 and 30 days?</summary>
internal sealed class ActiveUsers : IQuestion
{
    public string Name => "active_users";

    public object Ask(Dataset data)
    {
        var days = data.ActiveUsers().Days;
        return new { daily = days.Select(day => day.Daily), weekly = days.Select(day => day.Weekly), monthly = days.Select(day => day.Monthly) };
    }
}
