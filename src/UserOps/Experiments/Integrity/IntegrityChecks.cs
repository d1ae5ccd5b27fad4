using UserOps.Display;
using UserOps.Experiments.Collecting;
using UserOps.Experiments.Effects;

namespace UserOps.Experiments.Integrity;

/// <summary>Checks an experiment before its effects are read.</summary>
internal sealed class IntegrityChecks(ExperimentData data, ExperimentSums sums)
{
    // Sizes this unlikely are a fault, not chance: Fabijan et al. (2019) and most platforms use 0.01 to 0.0005.
    private const double RatioLimit = 0.01;
    private const double ImbalanceLimit = 0.001, ImbalanceNote = 0.01;

    // So small a part of the units cannot turn a result.
    private const double TolerableShare = 0.01;

    private readonly Assignment _assignment = data.Assignment;

    public IntegrityResult Run()
    {
        var ratio = SampleRatio.Test(_assignment.Counts, Planned());
        return new()
        {
            SampleRatio = ratio,
            Checks = [Ratio(ratio), TwoArms(), .. Blank(), Repeats(), Shown(), new ExposureOrder(data).Check(), Balance(), .. Missing(), Outliers(), TooNew()],
            Basis = $"n = {Caption.Count(_assignment.Counts.Sum())} units · {data.Name} · {string.Join(", ", _assignment.Arms.Zip(_assignment.Counts, (arm, n) => $"{arm} {Caption.Count(n)}"))}",
        };
    }

    private double[]? Planned()
    {
        if (data.Question.Split is not { } split)
            return null;
        if (split.Keys.FirstOrDefault(arm => !_assignment.Arms.Contains(arm, StringComparer.Ordinal)) is { } empty)
            throw new InsufficientDataException($"no unit in the planned arm '{empty}'", "units in every arm of the plan", $"The arms are: {string.Join(", ", _assignment.Arms)}.");
        string? unknown = _assignment.Arms.FirstOrDefault(arm => !split.ContainsKey(arm));
        return unknown is null ? [.. _assignment.Arms.Select(arm => split[arm])] : throw new UserOpsException(
            $"The planned split names {string.Join(", ", split.Keys)}, but there is an arm '{unknown}'. Give a weight for each arm.");
    }

    private static IntegrityCheck Ratio(SampleRatio ratio)
    {
        string found = $"{string.Join(" : ", ratio.Counts.Select(Caption.Count))}, planned {string.Join(" : ", ratio.Shares.Select(share => Format.Percent(0).Write(share)))}; {PWords.Of(ratio.PValue)} ({(ratio.IsExact ? "exact binomial" : "χ²")})";
        return ratio.PValue < RatioLimit
            ? new("Sample ratio", CheckStatus.Failed, found, "Users were lost or added in one arm: find where (redirects, bots, filters, late logging), mend it and run again.")
            : new("Sample ratio", CheckStatus.Passed, found);
    }

    private IntegrityCheck TwoArms() => _assignment.InTwoArms == 0
        ? new("Units in two arms", CheckStatus.Passed, "none")
        : new("Units in two arms", Grade(_assignment.InTwoArms), Part(_assignment.InTwoArms, "units"), "They were left out; look for a shared device, a reset id, or assignment by visit.");

    private IEnumerable<IntegrityCheck> Blank()
    {
        if (_assignment.Blank > 0)
            yield return new("Rows without an arm", CheckStatus.Warning, $"{Caption.Count(_assignment.Blank)} rows name no arm or no unit",
                "They were left out. If these units were assigned too, find out who lost the mark: an arm that loses more is no longer like the other.");
    }

    private IntegrityCheck Repeats() => _assignment.Repeats == 0
        ? new("Repeated rows", CheckStatus.Passed, "none")
        : _assignment.Rows is not null
            ? new("Repeated rows", CheckStatus.Passed, $"{Caption.Count(_assignment.Repeats)} further rows of units", "Errors are robust to rows of one unit being alike.")
            : new("Repeated rows", CheckStatus.Warning, $"{Caption.Count(_assignment.Repeats)} rows repeat a unit in its arm", data.Export is null ? "The first row of a unit counts." : "The earliest exposure counts.");

    private IntegrityCheck Shown() => _assignment.Shown is not { } column
        ? new("What was shown", CheckStatus.NotChecked, "no column says it")
        : _assignment.Contradictions == 0
            ? new("What was shown", CheckStatus.Passed, $"'{column}' agrees with the arm")
            : new("What was shown", Grade(_assignment.Contradictions), $"{Part(_assignment.Contradictions, "rows")} in which '{column}' contradicts the arm", "They were left out; mend the delivery, since who got the wrong one may differ from the others.");

    private IntegrityCheck Balance()
    {
        (string Name, double P)[] tests = [.. Covariates()];
        if (tests.Length == 0)
            return new("Balance before", CheckStatus.NotChecked, "nothing is known from before exposure");
        var (name, p) = tests.MinBy(test => test.P);
        double corrected = Math.Min(1, p * tests.Length);
        string found = $"{tests.Length} compared; smallest corrected {PWords.Of(corrected)} ({name})";
        return corrected < ImbalanceLimit ? new("Balance before", CheckStatus.Failed, found, "The arms differed before the experiment began: check the assignment.")
            : corrected < ImbalanceNote ? new("Balance before", CheckStatus.Warning, found, "Rare by chance; where covariates are taken out this is corrected.")
            : new("Balance before", CheckStatus.Passed, found);
    }

    private IEnumerable<(string Name, double P)> Covariates()
    {
        foreach (var (metric, plan) in data.Plan.Metrics.Index())
            for (int i = plan.Slots.Length - plan.Covariates; i < plan.Slots.Length; i++)
                for (int arm = 1; arm < _assignment.Arms.Length; arm++)
                {
                    SampleMoments control = sums.Moments(0, metric).Select(i), treatment = sums.Moments(arm, metric).Select(i);
                    if (control.Count > 1 && treatment.Count > 1 && control.Variance() + treatment.Variance() > 0)
                        yield return ($"{data.Plan.Slots[plan.Slots[i]].Of.Describe()}, {_assignment.Arms[arm]}", Contrast.OfMeans(control, treatment).Absolute().PValue);
                }
    }

    private IEnumerable<IntegrityCheck> Missing()
    {
        foreach (var (i, metric) in data.Metrics.Index())
        {
            ProportionCounts[] missing = [.. _assignment.Arms.Select((_, arm) => new ProportionCounts(sums.Missing(arm, i), sums.Units(arm)))];
            var all = missing.Aggregate((a, b) => a + b);
            if (all.Successes == 0)
                continue;
            bool differs = missing.Skip(1).Any(arm => (arm + missing[0]) is { Successes: > 0, Failures: > 0 } && ProportionEffects.Between(missing[0], arm).Absolute.PValue < ImbalanceLimit);
            yield return new($"Missing: {metric.Name}", differs ? CheckStatus.Failed : all.Share > TolerableShare ? CheckStatus.Warning : CheckStatus.Passed,
                $"{Caption.Count(all.Successes)} of {Caption.Count(all.Count)} units have no value{(differs ? ", not equally often in both arms" : "")}",
                "They are left out of this metric; if the treatment decides who has a value, its effect is biased.");
        }
    }

    private IntegrityCheck Outliers()
    {
        (string Name, double Pull)[] pulls = [.. data.Metrics.Index().SelectMany(metric => Enumerable.Range(0, _assignment.Arms.Length).Select(arm => (metric.Item.Name, Pull.Of(data, sums, arm, metric.Index))))];
        var (name, most) = pulls.MaxBy(pull => pull.Pull);
        string found = FormattableString.Invariant($"the largest unit moves the effect on {name} by {most:0.00} standard errors");
        return most > Pull.Limit
            ? new("Bots and outliers", CheckStatus.Warning, found, "Look at that unit; decide on a cut-off (WinsorizeAt) before looking at the effect, or read a share instead.")
            : new("Bots and outliers", CheckStatus.Passed, found);
    }

    private IntegrityCheck TooNew() => sums.TooNew.Sum() == 0
        ? new("Time to react", CheckStatus.Passed, "the window has elapsed for everyone")
        : new("Time to react", CheckStatus.Warning, $"{Caption.Count(sums.TooNew.Sum())} units are too new", "They are left out until their window has elapsed.");

    private CheckStatus Grade(int count) => count > TolerableShare * _assignment.Arm.Length ? CheckStatus.Failed : CheckStatus.Warning;

    private string Part(int count, string unit) => $"{Caption.Count(count)} {unit} ({Format.Percent(2).Write((double)count / _assignment.Arm.Length)})";
}
