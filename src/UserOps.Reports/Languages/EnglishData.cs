using System.Globalization;
using UserOps.Display;

namespace UserOps.Reports.Languages;

internal static class EnglishData
{
    public static DataWords All { get; } = new()
    {
        APart = "a part",
        NoTableAtAll = "no table",
        Needs = (need, lacks) => $"It needs {need}{(need.Meaning is { } meaning ? $" ({meaning})" : "")}: {lacks}",
        Blank = (part, lack) => $"{part}: {lack}",
        NoRows = table => $"'{table}' has no rows.",
        TooFewRows = (table, rows, needed) => $"'{table}' has {rows} rows, {needed} are needed.",
        NoTable = (there, name) => $"The export has {there}, and no table '{name}'.",
        Meant = name => $" Did you mean '{name}'?",
        NoColumn = (table, column, columns) => $"'{table}' has no column '{column}'; it has {columns}.",
        LooksLike = (source, column) => $" '{source}' looks like it: if it is, give --map {column}={source}.",
        UnknownName = (parameter, value, naming, there) => $"'{parameter}' is '{value}': {string.Join(" or ", naming.AnyOf)} has no such {(naming.AreWords ? "value" : "column")}; there are {there}.",
        EmptyColumn = column => $"'{column}' is empty in every row.",
        Unreadable = (column, unread, rows, what, samples) => $"'{column}' cannot be read: {unread} of {rows} values are {what}, such as {samples}.",
        NoDate = limit => $"Its newest record must not be older than {Days(limit)}, and no column says when a record was made.",
        TooOld = (newest, age, limit) => $"The newest record is of {newest}, {Days(age)} before today; at most {Days(limit)} are allowed. Ask for a newer export.",
        SameAsLast = last => $"The data are the same as in the last run ({last}): nothing new has arrived.",
        OtherSize = (table, before, now, last) => $"'{table}' has {Words.Count(now)} rows, after {Words.Count(before)} in the last run ({last}): much {(now > before ? "more" : "less")}. Check that the export is whole and covers the days it should.",
        TableGone = (table, last) => $"'{table}' is not there any more; the last run ({last}) had it.",
        SpreadDifferently = (last, drift) => FormattableString.Invariant(
            $"Since the last run ({last}) {drift.Table}.{drift.Column} is spread differently (stability index {drift.Index:0.00}): '{drift.Group}' was {Format.Percent().Write(drift.ShareBefore)}, is {Format.Percent().Write(drift.ShareNow)} of the rows."),
        Replaced = files => $"{string.Join(", ", files)} {(files.Count == 1 ? "was" : "were")} replaced while the run read the data: its numbers may mix the old and the new. Run it again.",
    };

    private static string Days(int count) => count == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} days");
}
