namespace UserOps.Survival;

/// <summary>What stretches or shortens the time to the event.</summary>
public static class AcceleratedTimeAnalysis
{
    /// <summary>Fits a model in which covariates stretch time, by maximum likelihood.</summary>
    /// <remarks>J. D. Kalbfleisch and R. L. Prentice (2002), "The Statistical Analysis of Failure Time Data", chapter 3; parameters as in R's <c>survreg</c>.
    /// It goes beyond the observed times by its formula: compare its curve with the Kaplan–Meier curve before believing that.</remarks>
    /// <exception cref="UserOpsException">A time is 0, spells begin late, a column is missing or unfit, or a covariate follows from the others.</exception>
    /// <exception cref="InsufficientDataException">Too few events, or a likelihood without a maximum.</exception>
    public static AcceleratedTimeResult AcceleratedTime(this SurvivalData data, AcceleratedTimeDefinition? definition = null)
    {
        definition ??= new();
        Check(data, definition);
        // A spell that ends at once without the event says nothing: its likelihood is 1 whatever the parameters.
        int unlived = data.Durations.Count(time => time == 0);
        data = unlived == 0 ? data : data.Rows(row => data.Durations[row] > 0) with { Remarks = [.. data.Remarks, $"Left out: {Caption.Count(unlived)} censored spells that last 0; they say nothing."] };
        var design = definition.Covariates.Count == 0 ? null : DesignMatrix.Of(data, definition.Covariates);
        int[] rows = design?.Rows ?? [.. Enumerable.Range(0, data.Count)];
        double[] logTimes = Array.ConvertAll(rows, row => Math.Log(data.Durations[row]));
        bool[] events = Array.ConvertAll(rows, row => data.Events[row]);
        var alone = new LogTimeLikelihood(definition.Distribution, logTimes, events, []);
        var likelihood = design is null ? alone : new LogTimeLikelihood(definition.Distribution, logTimes, events, design.Values);
        if (events.Count(seen => seen) <= likelihood.Size)
            throw new InsufficientDataException($"{events.Count(seen => seen)} events", $"more than the {likelihood.Size} parameters", "Watch longer, or name fewer covariates.");
        var without = Maximise(alone, alone.Start(), null);
        return new(data, definition, design, Maximise(likelihood, From(without.At, likelihood), design), without.Value, rows.Length, events.Count(seen => seen));
    }

    /// <summary>The four distributions with the same covariates, the best by Akaike's criterion first.</summary>
    /// <exception cref="UserOpsException">See <see cref="AcceleratedTime"/>.</exception>
    public static AcceleratedTimeComparison AcceleratedTimes(this SurvivalData data, params IReadOnlyList<Covariate> covariates) => new()
    {
        Models = [.. Enum.GetValues<LifetimeDistribution>().Select(one => data.AcceleratedTime(new() { Covariates = covariates, Distribution = one })).OrderBy(model => model.Akaike)],
    };

    /// <summary>The fit without covariates is where the fit with them starts.</summary>
    private static double[] From(double[] without, LogTimeLikelihood likelihood)
    {
        double[] start = new double[likelihood.Size];
        start[0] = without[0];
        if (without.Length > 1)
            start[^1] = without[^1];
        return start;
    }

    private static Maximum Maximise(LogTimeLikelihood likelihood, double[] start, DesignMatrix? design)
    {
        try
        {
            return likelihood.Maximise(start);
        }
        catch (NoMaximumException reason)
        {
            int column = reason.Coefficient - 1;
            string name = design is not null && column >= 0 && column < design.Width ? $"the coefficient of '{design.Encoding.Columns[column].Name}'" : "the scale";
            throw new InsufficientDataException(
                $"a likelihood that keeps rising as {name} goes on", "events and survivors at different times on both sides of every covariate",
                "Leave the covariate out, join rare values, or watch longer.");
        }
    }

    private static void Check(SurvivalData data, AcceleratedTimeDefinition definition)
    {
        if (!(definition.Level > 0 && definition.Level < 1))
            throw new UserOpsException(FormattableString.Invariant($"The level {definition.Level} was asked for; it must lie between 0 and 1, such as 0.95."));
        int zeros = data.Durations.Where((time, row) => time <= 0 && data.Events[row]).Count();
        if (zeros > 0)
            throw new InsufficientDataException(
                $"{zeros} events at time 0, which has no logarithm", "times above 0", $"Count a begun {Unit(data)} as one, or use Cox.");
        int late = data.Entries?.Count(entry => entry > 0) ?? 0;
        if (late > 0)
            throw new InsufficientDataException(
                $"{late} of {data.Count} spells that come under observation late or are cut at milestones", "whole lives", "Use Cox, users who started within the data, or no milestones.");
    }

    private static string Unit(SurvivalData data) => data.Unit.Length == 0 ? "unit of time" : data.Unit.TrimEnd('s');
}
