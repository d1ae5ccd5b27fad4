using UserOps.Data;
using UserOps.Experiments.Collecting;

namespace UserOps.Experiments.Integrity;

/// <summary>Whether anybody met the change before being assigned.</summary>
internal sealed class ExposureOrder(ExperimentData data)
{
    private const string Name = "Exposure after assignment";
    private readonly Assignment _assignment = data.Assignment;

    public IntegrityCheck Check()
    {
        if (_assignment.At is not { } at)
            return new(Name, CheckStatus.NotChecked, "no column says when units were exposed");
        if (data.AssignedAt is { } assigned)
            return Judge(Enumerable.Range(0, at.Length).Count(unit => assigned[_assignment.Row[unit]] > at[unit]), "exposed before being assigned");
        if (data.Export is { } export && data.Trigger is { } trigger)
            return Judge(Early(export, trigger, at), $"did '{trigger}' before exposure while the experiment ran");
        return data.Export is { HasSignups: true } shop
            ? Judge(Enumerable.Range(0, at.Length).Count(unit => shop.Profiles.SignupAt.Ticks[_assignment.User[unit]] > at[unit]), "exposed before signing up")
            : new(Name, CheckStatus.NotChecked, "neither an event of the change nor a time of assignment was named");
    }

    private IntegrityCheck Judge(int early, string what) => early == 0
        ? new(Name, CheckStatus.Passed, $"nobody {what}")
        : new(Name, early > 0.01 * _assignment.Arm.Length ? CheckStatus.Failed : CheckStatus.Warning, $"{Caption.Count(early)} of {Caption.Count(_assignment.Arm.Length)} {what}", "Log exposure where the arms part, not later.");

    private int Early(Dataset export, string trigger, long[] at)
    {
        int code = export.Events.KnownCode(trigger);
        long start = at.Min();
        int early = 0;
        for (int unit = 0; unit < at.Length; unit++)
            foreach (var e in export.Events[_assignment.User[unit]])
                if (e.Code == code && e.Ticks >= start && e.Ticks < at[unit])
                {
                    early++;
                    break;
                }
        return early;
    }
}
