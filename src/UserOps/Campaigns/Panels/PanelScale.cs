namespace UserOps.Campaigns;

/// <summary>On which scale units are compared.</summary>
public enum PanelScale
{
    /// <summary>The measure as it is: units of one size.</summary>
    Level,
    /// <summary>Its natural logarithm: units of different size that grow by equal factors. Every value must be above 0.</summary>
    Log,
    /// <summary>As a multiple of the unit's own mean before the campaign: for units of different size with steps in which nothing happened.</summary>
    Index,
}

/// <summary>Puts values on a scale.</summary>
internal static class PanelScaling
{
    /// <summary>The values of all units on the scale.</summary>
    /// <exception cref="InsufficientDataException">A value is 0 where its logarithm is needed, or a unit has a mean of 0 before the campaign.</exception>
    public static double[][] Values(PanelDesign design, PanelScale scale) =>
        [.. Enumerable.Range(0, design.Panel.Units.Count).Select(unit => Row(design, unit, scale))];

    private static double[] Row(PanelDesign design, int unit, PanelScale scale)
    {
        double[] row = design.Panel[unit].ToArray();
        if (scale == PanelScale.Level)
            return row;
        string name = design.Panel.Units[unit];
        if (scale == PanelScale.Log)
            return Array.TrueForAll(row, value => value > 0) ? [.. row.Select(value => Math.Log(value))] : throw new InsufficientDataException(
                $"a step of '{name}' with {row.Min()}", "values above 0 are", "Take longer steps, or the scale Index.");
        double mean = row.Take(design.Before).Average();
        return mean > 0 ? [.. row.Select(value => value / mean)] : throw new InsufficientDataException(
            FormattableString.Invariant($"a mean of {mean} in '{name}' before the campaign"), "a mean above 0 is", "Leave the unit out, or take the scale Level.");
    }
}
