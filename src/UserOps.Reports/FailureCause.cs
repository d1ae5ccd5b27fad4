namespace UserOps.Reports;

/// <summary>What most often lies behind a failure of its kind: a guess, in words for somebody who does not write code.</summary>
internal static class FailureCause
{
    public static string Of(NotebookReport report)
    {
        var words = report.Words.Failures;
        string reason = FailureText.Reason(report.Run);
        return (FailureText.Kind(report.Run)?.Split('.')[^1] ?? "") switch
        {
            _ when IsDiskFull(reason) => words.DiskFull,
            "CompilationError" => IsNameUnknown(reason) ? words.NameUnknown : words.CodeBroken,
            "MissingDataException" => words.MissingData,
            "InsufficientDataException" => words.TooFewData,
            "UserOpsException" => words.UnexpectedData,
            "NotebookException" => reason.Contains("package", StringComparison.OrdinalIgnoreCase) ? words.NoPackage : words.NotWithoutPerson,
            "Stopped" => words.TookTooLong,
            "OutOfMemoryException" => words.TooLarge,
            "ProcessEnded" => words.ProcessEnded,
            "NullReferenceException" or "ArgumentNullException" => words.NothingThere + Blanks(report),
            "InvalidOperationException" or "IndexOutOfRangeException" or "ArgumentOutOfRangeException" or "KeyNotFoundException" => words.NotFound + Blanks(report),
            "FormatException" => words.OtherForm,
            "FileNotFoundException" or "DirectoryNotFoundException" => words.NoFile,
            "HttpRequestException" or "SocketException" => words.NobodyAnswered,
            _ => words.Unforeseen + Blanks(report),
        };
    }

    private static bool IsNameUnknown(string reason) =>
        reason.Contains("CS0246", StringComparison.Ordinal) || reason.Contains("CS0103", StringComparison.Ordinal) || reason.Contains("does not exist", StringComparison.Ordinal);

    private static string Blanks(NotebookReport report) => report.Blanks.Count == 0 ? "" : report.Words.Failures.Blanks(report.Blanks);

    private static bool IsDiskFull(string reason) =>
        reason.Contains("No space left on device", StringComparison.Ordinal) || reason.Contains("not enough space on the disk", StringComparison.OrdinalIgnoreCase);
}
