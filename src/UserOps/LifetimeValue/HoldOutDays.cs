using UserOps.Data;
using UserOps.Time;

namespace UserOps.LifetimeValue;

/// <summary>Up to where predictions know the data, and the days on which they are judged.</summary>
/// <param name="Known">The days before the cut-off.</param>
/// <param name="HeldOut">The days from the cut-off on.</param>
internal sealed record HoldOutDays(Period Known, Period HeldOut)
{
    private const int Longest = 90, Part = 4;

    public DateOnly CutOff => HeldOut.Start;

    public int Horizon => HeldOut.Days;

    /// <summary>The days asked for; when absent, the last quarter of the observed days and at most 90.</summary>
    /// <exception cref="UserOpsException">The horizon is less than a day.</exception>
    /// <exception cref="InsufficientDataException">The hold-out does not lie within the whole days of the data, or nothing is known before it.</exception>
    public static HoldOutDays Of(Dataset data, int? horizon, DateOnly? cutOff)
    {
        var observed = data.Observed;
        int days = horizon ?? Math.Clamp(observed.Days / Part, 1, Longest);
        if (days < 1)
            throw new UserOpsException($"The horizon is {days} days; 1 or more are needed, such as 90.");
        var first = cutOff ?? observed.End.AddDays(-days);
        if (first <= observed.Start || first.AddDays(days) > observed.End)
            throw new InsufficientDataException(
                $"a hold-out of {days} days from {first:yyyy-MM-dd} on", "one that lies within the whole days of the data, with days before it, is",
                $"The data cover {observed} in full; choose a shorter horizon or an earlier cut-off.");
        return new(new(observed.Start, first), new(first, first.AddDays(days)));
    }
}
