namespace UserOps.Reports.Languages;

internal static class EnglishFailures
{
    public static FailureWords All { get; } = new()
    {
        DiskFull = "The disk is full.",
        NameUnknown = "The cell uses a name that nothing before it declares: it is misspelt, or the cell or the package that declares it was changed.",
        CodeBroken = "The code of the cell is not complete or not right; it was probably edited since it last ran.",
        MissingData = "The export lacks a table or a column that this cell asks for, or has it under a name that was not recognised.",
        TooFewData = "The data are too few, or cover too few days, for this question. An export of a longer time may answer it.",
        UnexpectedData = "The data or a parameter are not as this cell expects them; the message says what was found.",
        NoPackage = "A package that the notebook asks for could not be had: there is no network and it was never used here before, or its name or version does not exist.",
        NotWithoutPerson = "The notebook asks for something that is not possible in a run without a person.",
        TookTooLong = "The cell had more to reckon than the time that was allowed, or it waits for something that does not come.",
        TooLarge = "The data are larger than the memory that this machine has left.",
        ProcessEnded = "The system ended the process: most often because the memory was not enough for all that ran at once.",
        NothingThere = "The cell uses something that is not there: most often the answer to an earlier question that this export could not give.",
        NotFound = "The cell looks for something that these data do not hold: a list is empty, or a name is not in it.",
        OtherForm = "A value is not written in the way that the cell expects, such as a date or a number in another form.",
        NoFile = "The cell names a file that is not on this machine, or its path counts from another folder.",
        NobodyAnswered = "The cell asks something of the network, and nobody answered.",
        Unforeseen = "The code of the cell met something that it was not written for.",
        CorrectTheLine = "Correct the line that the cell marks below, then run the report again.",
        DoWhatItSaysOfData = "Do what the message says; 'userops check' shows how the export is read.",
        AllowMoreTime = "Allow more time with --timeout or --cell-timeout, or give the notebook less data.",
        FreeMemory = "Close other programs, run fewer notebooks side by side (--jobs 1), or give the notebook less data.",
        DoWhatItSays = "Do what the message says, then run the report again.",
        OpenTheNotebook = "Open the notebook at this cell and run it there; the message and the line are shown below.",
        Blanks = blanks => $" This export leaves blank: {string.Join(" ", blanks)}",
    };
}
