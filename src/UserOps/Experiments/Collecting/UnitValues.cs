using UserOps.Statistics;

namespace UserOps.Experiments.Collecting;

/// <summary>The values of one slot unit by unit, where sums do not suffice: quantiles and bootstraps.</summary>
/// <param name="ByArm">The values of each arm.</param>
internal sealed record UnitValues(double[][] ByArm)
{
    /// <summary>Reads the values of the units that count.</summary>
    public static UnitValues Of(ExperimentData data, int slot)
    {
        var assignment = data.Assignment;
        List<double>[] byArm = [.. assignment.Arms.Select(_ => new List<double>())];
        double[] values = new double[data.Plan.Slots.Count];
        for (int unit = 0; unit < assignment.Arm.Length; unit++)
        {
            if (assignment.Arm[unit] < 0 || assignment.At is { } at && data.Times is { } window && !window.IsElapsed(at[unit]))
                continue;
            Array.Clear(values);
            data.Reader.Read(unit, values);
            if (!double.IsNaN(values[slot]))
                byArm[assignment.Arm[unit]].Add(values[slot]);
        }
        return new([.. byArm.Select(list => list.ToArray())]);
    }

    /// <summary>A quantile of all values together (R's type 7).</summary>
    public double Quantile(double at)
    {
        double[] all = [.. ByArm.SelectMany(values => values).Order()];
        return all.Length == 0 ? double.PositiveInfinity : SortedQuantile.Of(all, at);
    }
}
