using UserOps.Reports.Comparison;
using UserOps.Reports.Runs;

namespace UserOps.Reports.Languages;

/// <summary>The words for what changed between runs, in one language.</summary>
internal sealed record ComparisonWords
{
    public required string History { get; init; }
    public required string HistoryLede { get; init; }
    public required string AsTable { get; init; }
    public required string Run { get; init; }
    public required string DataUpTo { get; init; }
    public required string ChangeSinceBefore { get; init; }
    public required string LastOnSameData { get; init; }
    public required string AllNumbers { get; init; }
    public required string Before { get; init; }
    public required string Now { get; init; }
    public required string Change { get; init; }
    public required string ChangeInterval { get; init; }
    public required string VerdictHeading { get; init; }
    public required string PAlone { get; init; }
    public required string PAmongAll { get; init; }
    public required string Remark { get; init; }
    public required string TableCaption { get; init; }
    public required string NotComparable { get; init; }
    public required string SameData { get; init; }
    public required string ThisRun { get; init; }
    public required string Separator { get; init; }
    public required string Stop { get; init; }

    public required string NotInEarlier { get; init; }
    public required string NotInThis { get; init; }
    public required string AloneMoved { get; init; }
    public required string ByDay { get; init; }
    public required string ErrorNotKnown { get; init; }
    public required string OtherSecret { get; init; }
    public required string Independent { get; init; }
    public required string CodeUnknown { get; init; }
    public required string CodeChanged { get; init; }
    public required string NobodyStandsOut { get; init; }

    public required Func<string, string> ADay { get; init; }
    public required Func<MetricChange, string> Verdict { get; init; }
    public required Func<int, string> EveryNumberOver { get; init; }
    public required Func<int, string, string, string> RunsFromTo { get; init; }
    public required Func<DateTimeOffset, string> RunOf { get; init; }
    public required Func<string, string?, string?, string> Against { get; init; }
    public required Func<string, string, string> RunAgainstRun { get; init; }
    public required Func<string, string?, string?, string> RunOn { get; init; }
    public required Func<int, int, int, string> MovedOf { get; init; }
    public required Func<ChangedNumber, string> Sentence { get; init; }
    public required Func<int, int, string> OtherDays { get; init; }
    public required Func<int, string> FewUsers { get; init; }
    public required Func<string, string, string> UnitChanged { get; init; }
    public required Func<string?, string> DefinitionChanged { get; init; }
    public required Func<string, string> LabelChanged { get; init; }
    public required Func<string, string, string> ProgramChanged { get; init; }
    public required Func<string, string?, string?, string> ParameterChanged { get; init; }
    public required Func<string, string, string> TablesChanged { get; init; }
    public required Func<string, string, string> ZoneChanged { get; init; }
    public required Func<IEnumerable<string>, string> ByFactor { get; init; }
    public required Func<ChangedNumber, string> Factor { get; init; }
    public required Func<string, ChangedNumber, string> ByGroup { get; init; }
    public required Func<string, string, string, string> OtherGroups { get; init; }
    public required Func<string, string> CannotCompare { get; init; }
    public required Func<string, string> RenamedFrom { get; init; }
    public required Func<string, string, string, string> CalledOtherwise { get; init; }
    public required Func<string, string, string> NotUnderAnyName { get; init; }
    public required Func<string, string, string> NotIn { get; init; }
    public required Func<NotebookRecord, string, string> NoNumbersIn { get; init; }
}

/// <summary>A number before and after, ready to be put into a sentence.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Before">Its value before.</param>
/// <param name="After">Its value after.</param>
/// <param name="Change">How much of the change it made, or its own change.</param>
/// <param name="Of">The change that it is a part of, or the interval of its own.</param>
/// <param name="Verdict">What can be said of it.</param>
internal sealed record ChangedNumber(string Name, string Before, string After, string Change, string Of, string Verdict = "");
