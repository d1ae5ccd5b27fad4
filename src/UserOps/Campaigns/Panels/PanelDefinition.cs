using UserOps.Data;
using UserOps.Time;

namespace UserOps.Campaigns;

/// <summary>What is measured, in which units, step by step.</summary>
public sealed record PanelDefinition
{
    /// <summary>The property of users that forms the units, such as <c>region</c>; users without a value are left out and counted.</summary>
    public Breakdown.OfUser By { get; init; } = new("region");

    /// <summary>What is measured.</summary>
    public PanelMeasure Measure { get; init; } = new PanelMeasure.Events("visit");

    /// <summary>How long a step is; a day or a week.</summary>
    public Grain Grain { get; init; } = Grain.Day;

    /// <summary>The days; all fully observed days when absent. Steps that are not whole are left out.</summary>
    public Period? Period { get; init; }

    /// <summary>Whether the measure is divided by the users of the unit known at the end of the step, so that a unit that grows does not look treated.</summary>
    public bool PerKnownUser { get; init; }
}
