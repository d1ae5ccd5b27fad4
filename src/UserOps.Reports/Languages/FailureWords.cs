namespace UserOps.Reports.Languages;

/// <summary>The words for why a notebook failed and what its reader can do, in one language.</summary>
internal sealed record FailureWords
{
    public required string DiskFull { get; init; }
    public required string NameUnknown { get; init; }
    public required string CodeBroken { get; init; }
    public required string MissingData { get; init; }
    public required string TooFewData { get; init; }
    public required string UnexpectedData { get; init; }
    public required string NoPackage { get; init; }
    public required string NotWithoutPerson { get; init; }
    public required string TookTooLong { get; init; }
    public required string TooLarge { get; init; }
    public required string ProcessEnded { get; init; }
    public required string NothingThere { get; init; }
    public required string NotFound { get; init; }
    public required string OtherForm { get; init; }
    public required string NoFile { get; init; }
    public required string NobodyAnswered { get; init; }
    public required string Unforeseen { get; init; }

    public required string CorrectTheLine { get; init; }
    public required string DoWhatItSaysOfData { get; init; }
    public required string AllowMoreTime { get; init; }
    public required string FreeMemory { get; init; }
    public required string DoWhatItSays { get; init; }
    public required string OpenTheNotebook { get; init; }

    public required Func<IEnumerable<string>, string> Blanks { get; init; }
}
