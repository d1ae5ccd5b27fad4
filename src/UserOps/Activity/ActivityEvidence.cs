using UserOps.Data;
using UserOps.Differences;
using UserOps.Time;

namespace UserOps.Activity;

/// <summary>What comparisons of active users between runs need; computed when somebody asks.</summary>
internal sealed class ActivityEvidence(Dataset data, ActiveUsersDefinition definition, ActiveUsersDay[] days)
{
    /// <summary>Mean DAU: each user's active days ÷ the days.</summary>
    public UserEvidence? Daily()
    {
        DateOnly[] counted = [.. days.Where(day => day.Daily is not null).Select(day => day.Day)];
        return counted.Length == 0 ? null : Of(new(counted[0], counted[^1].AddDays(1)), active => (active, 1)).Total(counted.Length);
    }

    public UserEvidence? Monthly() => Window() is { } window ? Of(window, active => (active > 0 ? 1 : 0, active > 0 ? 1 : 0)).Total() : null;

    public UserEvidence? Stickiness() => Window() is { } window ? Of(window, active => ((double)active / window.Days, active > 0 ? 1 : 0)).Ratio() : null;

    /// <summary>The window of the last day that has one; null without it, and for calendar months, which differ in length.</summary>
    private Period? Window()
    {
        int length = definition.Month switch { MonthWindow.Trailing30 => 30, MonthWindow.Trailing28 => 28, _ => 0 };
        return length > 0 && days.LastOrDefault(day => day.Monthly is not null) is { } last ? new(last.Day.AddDays(1 - length), last.Day.AddDays(1)) : null;
    }

    private UserSums Of(Period window, Func<int, (double Numerator, double Denominator)> parts)
    {
        (long from, long to) = data.Ticks(window);
        var steps = new ActiveSteps(QualifyingEvents.Of(data, definition.Events).Between(from, to), data.Calendar, Grain.Day, window);
        var sums = new UserSums(data);
        for (int user = 0; user < data.Users.Count; user++)
        {
            var (numerator, denominator) = parts(steps.Of(user).Length);
            sums.Add(user, numerator, denominator);
        }
        return sums;
    }
}
