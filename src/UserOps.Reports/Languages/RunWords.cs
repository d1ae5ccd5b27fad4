namespace UserOps.Reports.Languages;

/// <summary>The words for a run while it goes on and for how it ended, in one language. Who follows a run reads how far it is from <see cref="CellOf"/>.</summary>
internal sealed record RunWords
{
    public required Func<int, string> CodeCells { get; init; }
    public required Func<int, int, string> CellOf { get; init; }
    public required Func<bool, string, string> CellEnded { get; init; }
    public required Func<bool, string, string> Ended { get; init; }
    public required Func<int?, string> CellFailed { get; init; }
    public required Func<string, string> NotRun { get; init; }
    public required Func<string, string> StaysBlank { get; init; }
    public required Func<int, int, string> FewerAtATime { get; init; }
    public required Func<string, string, string> NobodyNotified { get; init; }
}
