using System.Globalization;
using UserOps.Display;

namespace UserOps.Reports.Languages;

/// <summary>The words of pages and summaries in one language. Each language is one instance, and the compiler asks for every word of it.</summary>
internal sealed record Words
{
    /// <summary>The language's tag in HTML.</summary>
    public required string Tag { get; init; }

    public required string Colon { get; init; }
    public required string AllReports { get; init; }
    public required string AsOf { get; init; }
    public required string NoDate { get; init; }
    public required string LastDayInData { get; init; }
    public required string NoDatedData { get; init; }
    public required string Data { get; init; }
    public required string None { get; init; }
    public required string NotStated { get; init; }
    public required string Parameters { get; init; }
    public required string Parameter { get; init; }
    public required string Contents { get; init; }
    public required string About { get; init; }
    public required string ShowCode { get; init; }
    public required string HideCode { get; init; }
    public required string Search { get; init; }
    public required string KeyNumbers { get; init; }
    public required string KeyNumber { get; init; }
    public required string Value { get; init; }
    public required string Interval { get; init; }
    public required string Better { get; init; }
    public required string Higher { get; init; }
    public required string Lower { get; init; }
    public required string HowCounted { get; init; }
    public required string MetricName { get; init; }
    public required string Name { get; init; }
    public required string Type { get; init; }
    public required string GivenBy { get; init; }
    public required string Caller { get; init; }
    public required string Notebook { get; init; }
    public required string File { get; init; }
    public required string ReadAs { get; init; }
    public required string RowsKept { get; init; }
    public required string ContentHash { get; init; }
    public required string Yes { get; init; }
    public required string No { get; init; }
    public required string Definitions { get; init; }
    public required string Term { get; init; }
    public required string Meaning { get; init; }
    public required string Formula { get; init; }
    public required string NotComplete { get; init; }
    public required string Message { get; init; }
    public required string LikelyCause { get; init; }
    public required string NotMade { get; init; }
    public required string NotMadeChip { get; init; }
    public required string NoCellWasRun { get; init; }
    public required string WhatIsWrong { get; init; }
    public required string GiveAnotherExport { get; init; }
    public required string LeftBlank { get; init; }
    public required string NoAnswers { get; init; }
    public required string EverySectionBlank { get; init; }
    public required string ListSeparator { get; init; }
    public required string SinceLastTime { get; init; }
    public required string NewInThisRun { get; init; }
    public required string OnWhichData { get; init; }
    public required string WhatToDo { get; init; }
    public required string NoneOpened { get; init; }
    public required string GrowthReport { get; init; }
    public required string FromEarlierRuns { get; init; }
    public required string NotCompleteChip { get; init; }
    public required string NumbersBeside { get; init; }
    public required string Failed { get; init; }
    public required string State { get; init; }
    public required string Complete { get; init; }
    public required string ToDecide { get; init; }

    public required Func<string, string> CodeOfCell { get; init; }
    public required Func<string, string> CodeFailed { get; init; }
    public required Func<string, string> CodeNotRun { get; init; }
    public required Func<string, string, string> MadeFrom { get; init; }
    public required Func<string, string> MadeAt { get; init; }
    public required Func<int, int, string> NotCompleteOf { get; init; }
    public required Func<string, string> SpeaksOf { get; init; }
    public required Func<int, string> MoreKeyNumbers { get; init; }
    public required Func<string, string> LevelInterval { get; init; }
    public required Func<int?, string> Cell { get; init; }
    public required Func<int, string> Line { get; init; }
    public required Func<string, string> Under { get; init; }
    public required Func<int, int, string> Extent { get; init; }
    public required Func<int, string> Files { get; init; }
    public required Func<long, string> Rows { get; init; }
    public required Func<string, string, string> Between { get; init; }
    public required Func<string, string> TimeZone { get; init; }
    public required Func<string, int, string> AndMore { get; init; }
    public required Func<string, string> Hash { get; init; }
    public required Func<DateOnly, string> Day { get; init; }

    /// <summary>Words for units; one that is not named stays as it is.</summary>
    public required IReadOnlyDictionary<string, string> Units { get; init; }

    /// <summary>Why a notebook failed, and what its reader can do.</summary>
    public required FailureWords Failures { get; init; }

    /// <summary>What the data lack, and what is striking about them.</summary>
    public required DataWords Export { get; init; }

    /// <summary>What changed between runs.</summary>
    public required ComparisonWords Comparison { get; init; }

    /// <summary>How a run goes on and how it ended.</summary>
    public required RunWords Run { get; init; }

    /// <summary>What terms mean.</summary>
    public required Glossary Glossary { get; init; }

    public static Words In(Language language) => language == Language.Chinese ? ChineseWords.All : EnglishWords.All;

    /// <summary>What a reader calls a key number: the library's own label, and in another language than the library's the term for it.</summary>
    public string LabelOf(Metric metric) => Tag != EnglishWords.All.Tag && Glossary.TermOf(metric.Name) is { } term
        ? term + Subject(metric.Label)
        : metric.Label ?? metric.Name;

    // "Largest channel: social" names its subject behind a colon.
    private static string Subject(string? label) => label?.Split(": ") is [_, var subject] ? $"：{subject}" : "";

    /// <summary>The format of a key number with its unit in this language.</summary>
    public Format FormatOf(Metric metric) => metric.Format is { Kind: FormatKind.Number, Unit: { Length: > 0 } unit } format && Units.TryGetValue(unit, out string? word)
        ? Format.Number(format.Digits, word)
        : metric.Format;

    /// <summary>When a run began, as a reader names it.</summary>
    public static string Moment(DateTimeOffset moment) => string.Create(CultureInfo.InvariantCulture, $"{moment.UtcDateTime:yyyy-MM-dd HH:mm} UTC");

    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
