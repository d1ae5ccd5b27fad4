using UserOps.Reports.Languages;

namespace UserOps.Serving.Languages;

/// <summary>A message with its heading.</summary>
internal sealed record Notice(string Title, string Text);

/// <summary>The words of the served pages in one language. Each language is one instance, and the compiler asks for every word of it.</summary>
internal sealed record ServedWords
{
    public required Language Language { get; init; }

    /// <summary>The words that reports have as well.</summary>
    public Words Reports => Words.In(Language);

    public required string Skip { get; init; }
    public required string Pages { get; init; }
    public required string NewReport { get; init; }
    public required string AllReports { get; init; }
    public required string History { get; init; }
    public required string BackToStart { get; init; }
    public required string Opening { get; init; }
    public required string GoOn { get; init; }

    public required string Export { get; init; }
    public required string OrItsPath { get; init; }
    public required string PathHint { get; init; }
    public required string Question { get; init; }
    public required string ToSettings { get; init; }
    public required string UploadExport { get; init; }
    public required string FilesOfExport { get; init; }
    public required Func<string, string> FilesHint { get; init; }
    public required string Upload { get; init; }
    public required string Uploading { get; init; }
    public required string TooLargeToSend { get; init; }

    public required string NotYet { get; init; }
    public required string ChooseQuestion { get; init; }
    public required string OnExport { get; init; }
    public required string EmptyKeepsDefault { get; init; }
    public required string Run { get; init; }
    public required string ChooseAgain { get; init; }
    public required string Default { get; init; }
    public required string DefaultNeeded { get; init; }
    public required string AsByDefault { get; init; }
    public required string OneALine { get; init; }
    public required Func<string, string> AnyOf { get; init; }

    public required string Progress { get; init; }
    public required string CellsDone { get; init; }
    public required string Starting { get; init; }
    public required string Stop { get; init; }
    public required string LookAgain { get; init; }
    public required string Ready { get; init; }
    public required string Read { get; init; }
    public required string WhatChanged { get; init; }
    public required string EarlierRuns { get; init; }
    public required string CellFailed { get; init; }
    public required string BeforeIsWhole { get; init; }
    public required string TheReport { get; init; }
    public required string SaysWhich { get; init; }
    public required string Stopped { get; init; }
    public required Notice CouldNotRun { get; init; }
    public required string RunAgain { get; init; }

    public required string NoRunYet { get; init; }
    public required string EveryNumber { get; init; }
    public required string CompareTwo { get; init; }
    public required string Runs { get; init; }
    public required Func<string, string, string> CompareBefore { get; init; }
    public required string NoExport { get; init; }
    public required Func<int, string> ReportsOf { get; init; }
    public required Func<int?, string> CellFailedState { get; init; }
    public required string NotMade { get; init; }
    public required string NoAnswer { get; init; }
    public required string NotRun { get; init; }

    public required string Comparison { get; init; }
    public required string Against { get; init; }
    public required string NothingInCommon { get; init; }
    public required string InOneAlone { get; init; }
    public required string CompareOthers { get; init; }
    public required string AllRuns { get; init; }
    public required string EarlierRun { get; init; }
    public required string LaterRun { get; init; }
    public required string Compare { get; init; }
    public required Func<int, string> TwoNeeded { get; init; }
    public required string ChooseTwo { get; init; }

    public required Notice WrongAddress { get; init; }
    public required Notice NotFromHere { get; init; }
    public required Notice OpenPrinted { get; init; }
    public required Notice UsedAlready { get; init; }
    public required Notice NoReport { get; init; }
    public required Notice NothingHere { get; init; }
    public required Notice Busy { get; init; }
    public required string LookAtIt { get; init; }
    public required string WaitOrStop { get; init; }
    public required string JustEnded { get; init; }

    public required string UploadNotTaken { get; init; }
    public required string NoFileChosen { get; init; }
    public required Func<string, string> NotStored { get; init; }
    public required Func<string, string> TooLarge { get; init; }
    public required string NoSpace { get; init; }
    public required string NoForm { get; init; }
    public required Func<string, string> NoData { get; init; }
    public required Func<string, string, string> NoSuchExport { get; init; }

    public static ServedWords In(Language language) => language == Language.Chinese ? ChineseServed.All : EnglishServed.All;
}
