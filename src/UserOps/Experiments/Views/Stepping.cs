using UserOps.Data;
using UserOps.Decomposition;
using UserOps.Display;
using UserOps.Experiments.Collecting;
using UserOps.Experiments.Effects;
using UserOps.Experiments.Metrics;

namespace UserOps.Experiments.Views;

/// <summary>Counts the steps from exposure to payment by arm and compares them.</summary>
internal static class Stepping
{
    /// <exception cref="MissingDataException">No steps were named, or the data are a wide table.</exception>
    public static StepEffectsResult Of(ExperimentData data, int arm)
    {
        if (data.Export is not { } export || data.Times is not { } window || data.Steps.Count == 0)
            throw new MissingDataException("Which step moved is told from named steps and the events of an export: name the steps from exposure to payment.");
        if (data.Steps.FirstOrDefault(step => export.Events.CodeOf(step) < 0) is { } unknown)
            throw new MissingDataException($"No event is named '{unknown}': name the steps from exposure to payment as the events are named.");
        bool hasAmount = export.Has(TableKind.Orders);
        SampleMoments control = Taken(data, export, window, 0, hasAmount), treatment = Taken(data, export, window, arm, hasAmount);
        string[] names = [.. data.Steps.Select((step, i) => i == 0 ? $"{step} a user" : $"{data.Steps[i - 1]} → {step}"), .. hasAmount ? [$"revenue a {data.Steps[^1]}"] : (string[])[]];
        var format = Format.Number(3);
        KpiTree before = Tree(names, control, hasAmount, format), after = Tree(names, treatment, hasAmount, format);
        var change = before.ChangeTo(after);
        return new()
        {
            Arm = data.Assignment.Arms[arm],
            Steps = [.. names.Select((name, i) => new StepEffect(name, Rate(control, i), Rate(treatment, i), Compare(control, treatment, i, data.Question.Level), change[name]))],
            Change = change,
            Format = format,
            Level = data.Question.Level,
        };
    }

    /// <summary>The moments of: 1 for everyone, how often each step was taken, the amount.</summary>
    private static SampleMoments Taken(ExperimentData data, Dataset export, ExposureWindow window, int arm, bool hasAmount)
    {
        Slot[] slots = [.. data.Steps.Select(step => new Slot(new Measure.Events(step), false)), .. hasAmount ? [new Slot(new Measure.Revenue(), false)] : (Slot[])[]];
        var reader = new UserReader(export, data.Assignment, slots, window);
        double[] values = new double[slots.Length], unit = new double[slots.Length + 1];
        var moments = new MomentAccumulator(unit.Length);
        for (int i = 0; i < data.Assignment.Arm.Length; i++)
        {
            if (data.Assignment.Arm[i] != arm || data.Assignment.At is { } at && !window.IsElapsed(at[i]))
                continue;
            Array.Clear(values);
            reader.Read(i, values);
            unit[0] = 1;
            values.CopyTo(unit, 1);
            moments.Add(unit);
        }
        return moments.ToMoments();
    }

    private static KpiTree.Product Tree(string[] names, SampleMoments moments, bool hasAmount, Format format) => new(
        hasAmount ? "Revenue a user exposed" : "Times a user exposed takes the last step", format,
        [.. names.Select((name, i) => new KpiTree.Leaf(name, Rate(moments, i), i == 0 || hasAmount && i == names.Length - 1 ? format : Format.Percent(1)))]);

    private static double Rate(SampleMoments moments, int step) => moments.Count == 0 || moments.Mean(step) == 0 ? 0 : moments.Mean(step + 1) / moments.Mean(step);

    private static Effect? Compare(SampleMoments control, SampleMoments treatment, int step, double level)
    {
        if (control.Count < 2 || treatment.Count < 2 || control.Mean(step) == 0 || treatment.Mean(step) == 0)
            return null;
        try
        {
            var test = new EffectTest { Level = level };
            var contrast = Contrast.OfRatios(control.Select(step + 1, step), treatment.Select(step + 1, step));
            return new(contrast.Absolute(test), contrast.Relative(RelativeMethod.Fieller, test));
        }
        catch (InsufficientDataException)
        {
            return null;
        }
    }
}
