using UserOps.Display;
using UserOps.Experiments.Collecting;
using UserOps.Experiments.Integrity;
using UserOps.Experiments.Metrics;
using UserOps.Experiments.Views;
using UserOps.Statistics;

namespace UserOps.Experiments.Reporting;

/// <summary>Turns integrity, effects and guardrails into one sentence.</summary>
internal sealed class Deciding(ExperimentData data, ExperimentSums sums, IntegrityResult integrity, IReadOnlyList<MetricComparison> all)
{
    private const double Power = 0.8;

    // Longer than that no one waits; and an experiment that took in nobody for so long has ended.
    private const int LongestDays = 180, SilentDays = 3;

    public Verdict Decide()
    {
        MetricComparison[] deciding = [.. all.Where(one => one.Metric == data.Metrics[0])];
        var best = deciding.Where(one => one.Good is not null).OrderByDescending(one => one.Good!.Value.Value).FirstOrDefault();
        (Decision decision, string sentence, DateOnly? until) = Judge(best, deciding);
        return new()
        {
            Decision = decision,
            Sentence = sentence,
            Deciding = best,
            Until = until,
            Basis = $"n = {Caption.Count(integrity.SampleRatio.Counts.Sum())} units · {data.Name} · {data.Window} · decides: {data.Metrics[0].Name} ({data.Metrics[0].Describe()}) · level {Caption.PerCent(data.Question.Level)}",
            Caveats = best?.Notes ?? [],
        };
    }

    private (Decision, string, DateOnly?) Judge(MetricComparison? best, MetricComparison[] deciding)
    {
        if (!integrity.IsSound)
            return (Decision.Hold, $"Do not decide on these effects: {string.Join("; ", integrity.Failures.Select(check => $"{Lower(check.Name)}: {check.Finding}"))}. Mend it and run the experiment again.", null);
        if (best is null)
            return (Decision.Hold, $"No effect can be told: {deciding[0].Refusal}", null);
        var guardrails = all.Where(one => one.Metric.Role == MetricRole.Guardrail && one.Arm == best.Arm).ToList();
        if (guardrails.Find(one => one.IsWorse) is { } harmed)
            return (Decision.Stop, $"'{best.Arm}' worsens {harmed.Metric.Name}: {Words(harmed)}.", null);
        if (best.IsBetter)
            return IsRunning && !IsClearEveryDay(best) ? Early(best) : Better(best, guardrails);
        return best.IsWorse ? (Decision.Stop, $"'{best.Arm}' worsens {best.Metric.Name}: {Words(best)}.", null) : Unclear(best);
    }

    private static (Decision, string, DateOnly?) Better(MetricComparison best, List<MetricComparison> guardrails)
    {
        string unclear = string.Join(", ", guardrails.Where(one => !one.Holds).Select(one => $"{one.Metric.Name} could be worse by more than {Format.Percent(0).Write(one.Metric.Margin)} ({(one.Refusal is null ? Words(one) : "it cannot be told")})"));
        if (unclear.Length > 0)
            return (Decision.Hold, $"'{best.Arm}' improves {best.Metric.Name} ({Words(best)}), but {unclear}.", null);
        return (Decision.Ship, $"'{best.Arm}' improves {best.Metric.Name}: {Words(best)}{(guardrails.Count > 0 ? "; the guardrails hold" : "")}.", null);
    }

    // Whoever looks at a running experiment every day needs the interval that allows it.
    private (Decision, string, DateOnly?) Early(MetricComparison best)
    {
        var day = Until(Needed(best) - best.ControlCount - best.TreatmentCount);
        return (Decision.KeepRunning, $"'{best.Arm}' is ahead on {best.Metric.Name} ({Words(best)}), but users still come in and the interval that allows a look every day holds 0: let it run to its planned end{(day is { } until ? $", about {until:yyyy-MM-dd}" : "")}.", day);
    }

    private bool IsClearEveryDay(MetricComparison best)
    {
        int arm = Array.IndexOf(data.Assignment.Arms, best.Arm);
        return new AlwaysValid(data, sums, arm).Of(best, sums.Moments(0, 0), sums.Moments(arm, 0)) is { } interval && !interval.Contains(0);
    }

    private (Decision, string, DateOnly?) Unclear(MetricComparison best)
    {
        double worth = data.Question.WorthwhileLift * Math.Abs(best.Control ?? 0);
        string lift = Format.Percent(0).Write(data.Question.WorthwhileLift);
        if (worth > 0 && best.Good!.Value.Best < worth)
            return (Decision.Stop, $"'{best.Arm}' brings no lift of {lift} on {best.Metric.Name}: {Words(best)} rules it out.", null);
        double needed = Needed(best), now = best.ControlCount + best.TreatmentCount;
        if (!double.IsFinite(needed))
            return (Decision.Hold, $"{best.Metric.Name} is not clearly moved: {Words(best)}.", null);
        string open = $"{best.Metric.Name} is not clearly moved yet: {Words(best)}. To see a lift of {lift} with {Format.Percent(0).Write(Power)} power takes about {Caption.Count((long)Math.Ceiling(needed / 100) * 100)} users in both arms ({Caption.Count((long)now)} now)";
        return Until(needed - now) is { } day
            ? (Decision.KeepRunning, $"{open}: until {day:yyyy-MM-dd} at the present rate.", day)
            : (Decision.Hold, open + (needed <= now ? ": it had enough, and what it saw is between nothing and that." : "."), null);
    }

    /// <summary>The users in both arms that would show the worthwhile lift, at the error found so far; infinite where there is none.</summary>
    private double Needed(MetricComparison best)
    {
        double worth = data.Question.WorthwhileLift * Math.Abs(best.Control ?? 0), error = best.Effect?.Absolute.StandardError ?? best.Plain?.StandardError ?? double.NaN;
        double ratio = (Tails.Quantile((1 - data.Question.Level) / 2) + Tails.Quantile(1 - Power)) * error / worth;
        return double.IsFinite(ratio) ? (best.ControlCount + best.TreatmentCount) * ratio * ratio : double.PositiveInfinity;
    }

    private bool IsRunning => data.Assignment.At is { } at && data.End is { } end && data.Question is not ExperimentDefinition { Until: not null }
        && data.Calendar.DayOf(end - 1) - data.Calendar.DayOf(at.Max()) <= SilentDays;

    private DateOnly? Until(double missing)
    {
        if (!IsRunning || !(missing > 0))
            return null;
        double days = missing / ((double)data.Assignment.At!.Length / sums.Days);
        return days <= LongestDays ? DateOnly.FromDayNumber(data.Calendar.DayOf(data.Assignment.At.Max()) + (int)Math.Ceiling(days) + data.WindowDays) : null;
    }

    /// <summary>The effect with interval and p-value, relative where there is a relative one.</summary>
    public static string Words(MetricComparison one)
    {
        if (one.Effect is not { } effect)
            return one.Refusal ?? "";
        string absolute = $"{one.Metric.WriteDifference(effect.Absolute.Value)} [{one.Metric.WriteDifference(effect.Absolute.Interval.Lower)}, {one.Metric.WriteDifference(effect.Absolute.Interval.Upper)}]";
        return $"{absolute}{(effect.Relative is { } relative ? $", {Signed(relative.Value)} of control" : "")}, {PWords.Of(one.AdjustedPValue ?? effect.Absolute.PValue)}";
    }

    private static string Signed(double fraction) => (fraction > 0 ? "+" : "") + Format.Percent(1).Write(fraction);

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
