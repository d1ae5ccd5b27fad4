using UserOps.Data;

namespace UserOps.Churn;

/// <summary>The days from which users are looked at: earlier ones to learn, the last one to test.</summary>
/// <param name="Training">From the latest to the earliest; every horizon ends before the hold-out begins.</param>
/// <param name="HoldOut">The day of the hold-out; its horizon is observed in full.</param>
internal sealed record ChurnCutOffs(IReadOnlyList<DateOnly> Training, DateOnly HoldOut)
{
    public static ChurnCutOffs Of(Dataset data, ChurnDefinition definition)
    {
        var observed = data.Observed;
        var holdOut = definition.HoldOut ?? observed.End.AddDays(-definition.HorizonDays);
        if (holdOut.AddDays(definition.HorizonDays) > observed.End)
            throw new InsufficientDataException(
                $"{Math.Max(0, observed.End.DayNumber - holdOut.DayNumber)} observed days from {holdOut:yyyy-MM-dd} on",
                $"all {definition.HorizonDays} days of the horizon are",
                $"The data cover {observed} in full: a user who is silent so far may still come. Choose a hold-out on or before {observed.End.AddDays(-definition.HorizonDays):yyyy-MM-dd} or a shorter horizon.");
        var first = observed.Start.AddDays(definition.ActiveWithinDays);
        DateOnly[] training = [.. Enumerable.Range(1, definition.TrainingCutOffs).Select(i => holdOut.AddDays(-i * definition.HorizonDays)).Where(day => day >= first)];
        return training.Length > 0 ? new(training, holdOut) : throw new InsufficientDataException(
            $"{Math.Max(0, holdOut.DayNumber - observed.Start.DayNumber)} days before the hold-out on {holdOut:yyyy-MM-dd}",
            $"{definition.ActiveWithinDays + definition.HorizonDays} ({definition.ActiveWithinDays} to see who is active, {definition.HorizonDays} to see who stays) are",
            "Export a longer history, or shorten the horizon or the days of activity.");
    }
}
