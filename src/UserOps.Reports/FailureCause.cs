namespace UserOps.Reports;

/// <summary>What most often lies behind a failure of its kind: a guess, in words for somebody who does not write code.</summary>
internal static class FailureCause
{
    public static string Of(NotebookReport report)
    {
        string reason = FailureText.Reason(report.Run);
        return (FailureText.Kind(report.Run)?.Split('.')[^1] ?? "") switch
        {
            _ when IsDiskFull(reason) => "The disk is full.",
            "CompilationError" => Compilation(reason),
            "MissingDataException" => "The export lacks a table or a column that this cell asks for, or has it under a name that was not recognised.",
            "InsufficientDataException" => "The data are too few, or cover too few days, for this question. An export of a longer time may answer it.",
            "UserOpsException" => "The data or a parameter are not as this cell expects them; the message says what was found.",
            "NotebookException" when reason.Contains("package", StringComparison.OrdinalIgnoreCase) =>
                "A package that the notebook asks for could not be had: there is no network and it was never used here before, or its name or version does not exist.",
            "NotebookException" => "The notebook asks for something that is not possible in a run without a person.",
            "Stopped" => "The cell had more to reckon than the time that was allowed, or it waits for something that does not come.",
            "OutOfMemoryException" => "The data are larger than the memory that this machine has left.",
            "ProcessEnded" => "The system ended the process: most often because the memory was not enough for all that ran at once.",
            "NullReferenceException" or "ArgumentNullException" => "The cell uses something that is not there: most often the answer to an earlier question that this export could not give." + Blanks(report),
            "InvalidOperationException" or "IndexOutOfRangeException" or "ArgumentOutOfRangeException" or "KeyNotFoundException" =>
                "The cell looks for something that these data do not hold: a list is empty, or a name is not in it." + Blanks(report),
            "FormatException" => "A value is not written in the way that the cell expects, such as a date or a number in another form.",
            "FileNotFoundException" or "DirectoryNotFoundException" => "The cell names a file that is not on this machine, or its path counts from another folder.",
            "HttpRequestException" or "SocketException" => "The cell asks something of the network, and nobody answered.",
            _ => "The code of the cell met something that it was not written for." + Blanks(report),
        };
    }

    private static string Compilation(string reason) => reason.Contains("CS0246", StringComparison.Ordinal) || reason.Contains("CS0103", StringComparison.Ordinal) || reason.Contains("does not exist", StringComparison.Ordinal)
        ? "The cell uses a name that nothing before it declares: it is misspelt, or the cell or the package that declares it was changed."
        : "The code of the cell is not complete or not right; it was probably edited since it last ran.";

    private static string Blanks(NotebookReport report) => report.Blanks.Count == 0 ? "" : $" This export leaves blank: {string.Join(" ", report.Blanks)}";

    private static bool IsDiskFull(string reason) =>
        reason.Contains("No space left on device", StringComparison.Ordinal) || reason.Contains("not enough space on the disk", StringComparison.OrdinalIgnoreCase);
}
