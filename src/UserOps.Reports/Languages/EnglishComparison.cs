using UserOps.Reports.Comparison;
using UserOps.Reports.Runs;

namespace UserOps.Reports.Languages;

internal static class EnglishComparison
{
    public static ComparisonWords All { get; } = new()
    {
        History = "History of key numbers",
        HistoryLede = "Each point is a run on another export, with its interval. Where a line breaks, the notebook, its parameters, a definition or the kind of data changed: what lies on both sides is not comparable.",
        AsTable = "As a table",
        Run = "Run",
        DataUpTo = "Data up to",
        ChangeSinceBefore = "Change since the run before",
        LastOnSameData = "of runs on the same data the last",
        AllNumbers = "All key numbers, before and now",
        Before = "Before",
        Now = "Now",
        Change = "Change",
        ChangeInterval = "95 % interval of the change",
        VerdictHeading = "Verdict",
        PAlone = "p alone",
        PAmongAll = "p among all",
        Remark = "Remark",
        TableCaption = "intervals of the difference, allowing for users who are in both runs · rose or fell: p among all below 0.05, adjusted by Holm over the key numbers of this report (one small p among many comes by chance) · as if no user were in both: usually wider than need be",
        NotComparable = "The numbers are not comparable:",
        SameData = "It is the same data.",
        ThisRun = "this run",
        Separator = "; ",
        Stop = ".",
        NotInEarlier = "the earlier run does not have it",
        NotInThis = "this run does not have it",
        AloneMoved = "alone it would count as moved",
        ByDay = "by day: the exports cover different numbers of days",
        ErrorNotKnown = "error not known",
        OtherSecret = "as if no user were in both: the runs belong to folders with secrets of their own",
        Independent = "as if no user were in both",
        CodeUnknown = "One of the runs is from before notebooks' code was recorded. Run the older export again with this program to compare.",
        CodeChanged = "The notebook's code has changed. Run the older export again with the notebook as it is now to compare.",
        NobodyStandsOut = "No group of users stands out: the change is spread over all of them.",
        ADay = change => $"{change} a day",
        Verdict = VerdictOf,
        EveryNumberOver = runs => $"Every key number over {runs} runs",
        RunsFromTo = (count, first, last) => $"{count} runs from {first} to {last}",
        RunOf = moment => $"the run of {Words.Moment(moment)}",
        Against = (source, before, now) => $"Against {source}{(before is null ? "" : $", data up to {before}")}{(now is null ? "" : $"; now up to {now}")}.",
        RunAgainstRun = (now, before) => $"{char.ToUpperInvariant(now[0])}{now[1..]} against {before}.",
        RunOn = (run, export, asOf) => (export, asOf) switch { (null, null) => run, (_, null) => $"{run} ({export})", (null, _) => $"{run} (data up to {asOf})", _ => $"{run} ({export}, data up to {asOf})" },
        MovedOf = MovedOf,
        Sentence = number => $"{number.Name} {number.Verdict}: {number.Before} → {number.After}, {number.Change} (95 % interval of the change {number.Of}).",
        OtherDays = (before, now) => $"it is counted over {before} days and {now} days, and a longer time alone changes it; compare exports of equal length",
        FewUsers = fewest => $"fewer than {fewest} users stand behind it",
        UnitChanged = (before, now) => $"its unit was '{before}' and is '{now}'",
        DefinitionChanged = before => $"it is counted differently; before: {before ?? "not said"}",
        LabelChanged = before => $"it is another number; before: {before}",
        ProgramChanged = (before, now) => $"The numbers were made by UserOps {before} and {now}, which may count differently. Run the older export again with this program to compare.",
        ParameterChanged = (name, before, now) => before is null ? $"Parameter '{name}' is new ({now})." : now is null ? $"Parameter '{name}' is gone (it was {before})." : $"Parameter '{name}' was {before} and is {now}.",
        TablesChanged = (before, now) => $"The exports do not hold the same tables: before {before}; now {now}.",
        ZoneChanged = (before, now) => $"Days are counted in another time zone: before {before}, now {now}.",
        ByFactor = factors => $"By factor: {string.Join("; ", factors)}.",
        Factor = part => $"{part.Name} {part.Before} → {part.After} made {part.Change} of {part.Of}",
        ByGroup = (property, group) => $"By {property}: {group.Name} {group.Before} → {group.After} made {group.Change} of {group.Of}",
        OtherGroups = (property, others, mix) => $"the other {property} groups by themselves {others}, another mix of them {mix}",
        CannotCompare = problem => $"An earlier run cannot be compared: {problem}",
        RenamedFrom = name => $"This notebook was called '{name}' in the earlier run: it is told by its code, which is the same.",
        CalledOtherwise = (name, before, run) => $"'{name}' was called '{before}' in {run}.",
        NotUnderAnyName = (name, run) => $"'{name}' is not in {run}, under this name or another.",
        NotIn = (name, run) => $"'{name}' is not in {run}.",
        NoNumbersIn = (notebook, run) => $"'{notebook.Name}' has no numbers in {run}: {Ended(notebook)}",
    };

    private static string Ended(NotebookRecord notebook) => notebook.Status switch
    {
        NotebookStatus.Failed => $"cell {notebook.FailedCell} failed there: {notebook.Reason}",
        NotebookStatus.Refused => $"it was not run there. {notebook.Reason}",
        NotebookStatus.Blank => "every section stayed blank there.",
        _ => "it was not run there.",
    };

    private static string VerdictOf(MetricChange change) => change.Verdict switch
    {
        Verdict.Moved => (change.Difference!.Change > 0 ? "rose" : "fell") + (ChangeText.IsBetter(change) switch { true => ", for the better", false => ", for the worse", null => "" }),
        Verdict.WithinNoise => "within noise",
        Verdict.SameData => "same data",
        Verdict.NoInterval => "no interval",
        _ => "not comparable",
    };

    private static string MovedOf(int moved, int judged, int others) => (judged, moved) switch
    {
        (0, _) => "No key number has an interval for its change.",
        (_, 0) => $"None of {judged} key numbers moved by more than chance brings.",
        _ => $"{moved} of {judged} key numbers moved by more than chance brings.",
    } + (others > 0 ? $" {others} cannot be judged; the table says why." : "");
}
