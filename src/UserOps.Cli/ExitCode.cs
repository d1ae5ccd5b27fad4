namespace UserOps.Cli;

/// <summary>What a script learns from the program's end.</summary>
internal static class ExitCode
{
    /// <summary>Everything was done.</summary>
    public const int Ok = 0;

    /// <summary>A cell of a notebook failed, and its report says why; or a lesson does not hold.</summary>
    public const int CellFailed = 1;

    /// <summary>An option, a file, a parameter or the data are not as they must be.</summary>
    public const int BadInput = 2;

    /// <summary>Stopped by Ctrl+C.</summary>
    public const int Stopped = 130;
}
