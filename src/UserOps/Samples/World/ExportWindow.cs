namespace UserOps.Samples;

/// <summary>The part of the simulation that the export holds, in seconds from the start.</summary>
internal readonly record struct ExportWindow(int From, int Until)
{
    public bool Holds(int time) => time >= From && time < Until;

    /// <summary>Whether it was known when the export was made.</summary>
    public bool Knows(int time) => time < Until;
}
