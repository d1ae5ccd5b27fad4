using UserOps.Data.Reading;

namespace UserOps.Data.Schema;

/// <summary>Which files become which table.</summary>
/// <param name="Tables">The tables that will be read.</param>
/// <param name="Unfit">Known tables that a file seems to hold but cannot serve as, and why: told when a question needs them.</param>
internal sealed record ExportPlan(IReadOnlyList<PlannedTable> Tables, IReadOnlyDictionary<TableKind, string> Unfit)
{
    /// <summary>Plans the tables of an export.</summary>
    /// <exception cref="UserOpsException">Two files of one table have different columns, or the map names a column that no file has.</exception>
    public static ExportPlan Of(IReadOnlyList<TableSource> sources, SchemaMap map)
    {
        var fits = sources.Select(source => (Source: source, Matches: TableMatcher.MatchAll(source.Name, source.Header, map))).ToList();
        CheckMap(map, fits.SelectMany(fit => fit.Matches), sources);
        var chosen = fits.Select(fit => (fit.Source, Match: Choose(fit.Matches))).ToList();
        List<PlannedTable> tables = [.. KnownTables.All.SelectMany(table => Known(table, chosen))];
        var known = tables.SelectMany(table => table.Sources).ToHashSet();
        tables.AddRange(sources.Where(source => !known.Contains(source)).GroupBy(Signature).SelectMany(Wide));
        var taken = tables.Select(table => table.Kind).ToHashSet();
        var unfit = fits.Where(fit => !known.Contains(fit.Source)).Select(fit => (fit.Source, Match: Nearest(fit.Matches)))
            .Where(fit => fit.Match is not null && !taken.Contains(fit.Match.Table.Kind))
            .GroupBy(fit => fit.Match!.Table.Kind).ToDictionary(group => group.Key, group => Reason(group.First().Source, group.First().Match!));
        return new(tables, unfit);
    }

    /// <summary>The table that a file is: the one the map speaks of, then the one its name says, then the first whose columns it has.</summary>
    private static TableMatch? Choose(IReadOnlyList<TableMatch> matches)
    {
        TableMatch[] fitting = [.. matches.Where(match => match.Fits)];
        return fitting.FirstOrDefault(match => match.IsMapped)
            ?? (matches.Any(match => match.IsMapped) ? null
                : fitting.FirstOrDefault(match => match.NameMatch == 2) ?? fitting.FirstOrDefault(match => match.NameMatch == 1) ?? fitting.FirstOrDefault(IsMarked));
    }

    private static bool IsMarked(TableMatch match) => match.Table.Marks.All(group => group.Split('|').Any(match.Sources.ContainsKey));

    /// <summary>The table that a file was meant to be and cannot serve as.</summary>
    private static TableMatch? Nearest(IReadOnlyList<TableMatch> matches) =>
        matches.FirstOrDefault(match => match is { IsMapped: true, Fits: false })
            ?? matches.Where(match => match is { NameMatch: > 0, Fits: false }).OrderByDescending(match => match.NameMatch).FirstOrDefault();

    /// <summary>The files of a known table. Where only some are named after it, the others stay tables of their own.</summary>
    private static IEnumerable<PlannedTable> Known(KnownTable table, IReadOnlyList<(TableSource Source, TableMatch? Match)> chosen)
    {
        var own = chosen.Where(fit => fit.Match?.Table == table).ToList();
        if (own.Count == 0)
            return [];
        int best = own.Max(fit => fit.Match!.IsMapped ? 3 : fit.Match.NameMatch);
        var named = own.Where(fit => (fit.Match!.IsMapped ? 3 : fit.Match.NameMatch) == best || Signature(fit.Source) == Signature(own[0].Source)).ToList();
        CheckSameColumns(table, named[0].Source, named.Select(fit => fit.Source));
        var match = named[0].Match!;
        return [new(table.Kind, [.. named.Select(fit => fit.Source)], match.ShapeOf(named[0].Source.Header), match.Guesses)];
    }

    private static IEnumerable<PlannedTable> Wide(IEnumerable<TableSource> group)
    {
        TableSource[] sources = [.. group];
        string name = sources.Length == 1 ? sources[0].Name : CommonStart([.. sources.Select(source => source.Name)]);
        yield return new(null, sources, TableShape.Wide(name, sources[0].Header), []);
    }

    private static string CommonStart(string[] names)
    {
        string first = names[0];
        int length = Enumerable.Range(0, first.Length + 1).Last(n => names.All(name => name.StartsWith(first[..n], StringComparison.Ordinal)));
        return first[..length].TrimEnd('_', '-', ' ', '.') is { Length: > 0 } start ? start : first;
    }

    private static string Signature(TableSource source) => string.Join('\n', source.Header.Order(StringComparer.Ordinal));

    private static void CheckSameColumns(KnownTable table, TableSource first, IEnumerable<TableSource> files)
    {
        foreach (var file in files)
            if (Signature(file) != Signature(first))
                throw new UserOpsException(
                    $"'{first.File}' and '{file.File}' both hold {table.Name} but have different columns: {Only(first, file)}{Only(file, first)}"
                    + "Export them with the same columns, rename one file, or open one of them alone.");
    }

    private static string Only(TableSource one, TableSource other) =>
        one.Header.Except(other.Header).ToArray() is { Length: > 0 } alone ? $"only '{one.File}' has {string.Join(", ", alone)}. " : "";

    private static string Reason(TableSource source, TableMatch match) =>
        $"'{source.File}' cannot serve as {match.Table.Name}: {string.Join(" ", match.Problems)} Its columns are {string.Join(", ", source.Header)}.";

    private static void CheckMap(SchemaMap map, IEnumerable<TableMatch> matches, IReadOnlyList<TableSource> sources)
    {
        var all = matches.ToList();
        foreach (var table in KnownTables.All)
            foreach ((string column, string source) in map.For(table.Kind))
                if (!all.Any(match => match.Table == table && match.Mapped.Contains(column)))
                    throw new UserOpsException(
                        $"The map says {table.Name}.{column}={source}, but no file has {(FormulaParser.IsFormula(source) ? "these columns" : "this column")}. The columns are "
                        + string.Join("; ", sources.Select(file => $"{file.File}: {string.Join(", ", file.Header)}")) + ".");
    }
}
