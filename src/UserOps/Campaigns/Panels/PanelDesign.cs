namespace UserOps.Campaigns;

/// <summary>A panel and an intervention brought together: which rows are treated, which steps lie before and during, only steps that all units know.</summary>
internal sealed class PanelDesign
{
    private PanelDesign(Panel panel, Intervention intervention, int[] treated, int before, int missing)
    {
        (Panel, Intervention, Treated, Before, MissingSteps) = (panel, intervention, treated, before, missing);
        Controls = [.. Enumerable.Range(0, panel.Units.Count).Except(treated)];
    }

    /// <summary>The steps before and during, in order.</summary>
    public Panel Panel { get; }

    public Intervention Intervention { get; }

    public int[] Treated { get; }

    public int[] Controls { get; }

    /// <summary>How many steps lie before the intervention.</summary>
    public int Before { get; }

    /// <summary>How many steps lie in it.</summary>
    public int During => Panel.Steps.Count - Before;

    /// <summary>Steps left out because a unit's value is not known.</summary>
    public int MissingSteps { get; }

    /// <summary>What went wrong short of a refusal, in words.</summary>
    public IEnumerable<string> Notes =>
    [
        .. MissingSteps > 0 ? (string[])[$"{MissingSteps} steps are left out since a unit has no value there."] : [],
        .. Intervention.Overlapping.Count > 0 ? (string[])[$"At the same time ran: {string.Join(", ", Intervention.Overlapping)}. The effect is that of '{Intervention.Name}' alone only if these reached all units alike."] : [],
    ];

    /// <exception cref="InsufficientDataException">No unit is treated, or too few steps lie before or within the intervention.</exception>
    public static PanelDesign Of(Panel panel, Intervention intervention, int leastBefore, int leastControls)
    {
        int[] treated = [.. Enumerable.Range(0, panel.Units.Count).Where(unit => intervention.Treated.Contains(panel.Units[unit], StringComparer.Ordinal))];
        if (treated.Length == 0)
            throw new InsufficientDataException($"none of the treated units ({string.Join(", ", intervention.Treated)})", "at least one", $"The units are: {string.Join(", ", panel.Units.Take(20))}.");
        if (panel.Units.Count - treated.Length < leastControls)
            throw new InsufficientDataException($"{panel.Units.Count - treated.Length} untreated units", $"at least {leastControls} are", "Keep some units free of the campaign, or use a method that needs none.");
        int[] chosen = [.. Enumerable.Range(0, panel.Steps.Count).Where(step => panel.Steps[step] < intervention.Period.End)];
        int[] known = [.. chosen.Where(step => Enumerable.Range(0, panel.Units.Count).All(unit => !double.IsNaN(panel[unit][step])))];
        int before = known.Count(step => EndsBefore(panel, step, intervention.Period.Start)), during = known.Count(step => panel.Steps[step] >= intervention.Period.Start);
        if (before < leastBefore || during == 0)
            throw new InsufficientDataException(
                $"{before} steps before and {during} within {intervention.Period}", $"at least {leastBefore} before and 1 within are", "Take finer steps or more data from before the campaign.");
        int[] kept = [.. known.Where(step => EndsBefore(panel, step, intervention.Period.Start) || panel.Steps[step] >= intervention.Period.Start)];
        return new(panel.At(kept), intervention, treated, before, chosen.Length - known.Length);
    }

    /// <summary>The mean of some units, step by step.</summary>
    public double[] Mean(IReadOnlyList<int> units) =>
        [.. Enumerable.Range(0, Panel.Steps.Count).Select(step => units.Average(unit => Panel[unit][step]))];

    // A step in which the intervention began lies neither before it nor within.
    private static bool EndsBefore(Panel panel, int step, DateOnly start) =>
        step + 1 < panel.Steps.Count ? panel.Steps[step + 1] <= start : panel.Steps[step] < start;
}
