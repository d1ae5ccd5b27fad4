using UserOps.Display;

namespace UserOps.Data.Schema;

/// <summary>Finds the canonical columns of a known table among the columns of a file.</summary>
internal sealed class TableMatcher
{
    private readonly KnownTable _table;
    private readonly IReadOnlyList<string> _header;
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Formula> _formulas = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];
    private readonly List<string> _guesses = [];
    private readonly HashSet<string> _mapped = new(StringComparer.Ordinal);

    private TableMatcher(KnownTable table, IReadOnlyList<string> header) => (_table, _header) = (table, header);

    /// <summary>How the file fits each known table.</summary>
    public static IReadOnlyList<TableMatch> MatchAll(string name, IReadOnlyList<string> header, SchemaMap map) =>
        [.. KnownTables.All.Select(table => Match(table, name, header, map))];

    /// <summary>How the file fits one known table.</summary>
    public static TableMatch Match(KnownTable table, string name, IReadOnlyList<string> header, SchemaMap map) =>
        new TableMatcher(table, header).Match(name, map.For(table.Kind));

    private TableMatch Match(string name, IReadOnlyDictionary<string, string> map)
    {
        foreach ((string column, string source) in map)
            Apply(column, source);
        foreach (var column in _table.Columns)
            if (!_sources.ContainsKey(column.Name) && !_formulas.ContainsKey(column.Name))
                Find(column);
        if (_table.Kind == TableKind.Orders)
            MultiplyQuantityByPrice();
        CheckRequired();
        return new(_table, _table.NameMatch(name), _sources, _formulas, _problems, _guesses, _mapped);
    }

    /// <summary>An entry for a column that the file lacks is meant for another file of the export.</summary>
    private void Apply(string column, string source)
    {
        if (ColumnNames.Find(_header, source) is { } found)
            _sources[column] = found;
        else if (FormulaParser.IsFormula(source) && TryParse(source) is { } formula)
            _formulas[column] = formula;
        else
            return;
        _mapped.Add(column);
    }

    private Formula? TryParse(string source)
    {
        bool known = true;
        var formula = FormulaParser.Parse(source, name => ColumnNames.Find(_header, name) ?? Unknown(name));
        return known ? formula : null;

        string Unknown(string name)
        {
            known = false;
            return name;
        }
    }

    private void Find(CanonicalColumn column)
    {
        string[] free = [.. _header.Where(name => !_sources.ContainsValue(name))];
        string[] usual = [.. free.Where(name => column.Usual.Contains(ColumnNames.Plain(name)))];
        string[] vague = [.. free.Where(name => column.Vague.Contains(ColumnNames.Plain(name)))];
        string[] found = usual.FirstOrDefault(name => ColumnNames.Plain(name) == ColumnNames.Plain(column.Name)) is { } same ? [same] : usual.Length > 0 ? usual : vague;
        if (found.Length == 1 || found.Length > 1 && !column.IsRequired)
            Choose(column, found[0], [.. usual, .. vague]);
        else if (found.Length > 1)
            _problems.Add($"'{column.Name}' may be {string.Join(" or ", found.Select(name => $"'{name}'"))}: say which with --map "
                + $"{_table.Name}.{column.Name}=NAME.");
    }

    private void Choose(CanonicalColumn column, string chosen, string[] all)
    {
        _sources.Add(column.Name, chosen);
        string[] others = [.. all.Where(name => name != chosen)];
        if (others.Length > 0)
            _guesses.Add($"{_table.Name}.{column.Name} is read from '{chosen}', not from {string.Join(" or ", others.Select(name => $"'{name}'"))}.");
    }

    private void MultiplyQuantityByPrice()
    {
        if (_sources.ContainsKey("amount") || _formulas.ContainsKey("amount")
            || !_sources.TryGetValue("quantity", out string? quantity) || !_sources.TryGetValue("unit_price", out string? price))
            return;
        _problems.RemoveAll(problem => problem.StartsWith("'amount'", StringComparison.Ordinal));
        _formulas.Add("amount", new Formula.Binary(new Formula.Of(quantity), '*', new Formula.Of(price)));
        _guesses.Add($"orders.amount is computed as {quantity} × {price}, since no column holds the amount.");
    }

    private void CheckRequired()
    {
        string[] missing = [.. _table.Columns.Where(IsMissing).Select(column => column.Name)];
        if (_table.Kind == TableKind.Campaigns && !_sources.ContainsKey("campaign_id") && !_sources.ContainsKey("channel"))
            missing = ["campaign_id or channel"];
        if (missing.Length > 0)
            _problems.Add($"no column is {string.Join(" or ", missing.Select(name => $"'{name}'"))}; name it with --map "
                + $"{_table.Name}.{missing[0].Split(' ')[0]}={LookAlike(missing[0]) ?? "NAME"}.{string.Concat(missing.Select(Suggestion))}");
    }

    private string Suggestion(string column) => LookAlike(column) is { } alike ? $" '{alike}' looks like '{column}'." : "";

    /// <summary>The column of the file that is probably meant: its name is nearly one that the column usually has.</summary>
    private string? LookAlike(string column) => _table.Columns.FirstOrDefault(known => known.Name == column)?.Usual.Prepend(column).Where(name => name.Length > 3)
        .Select(name => NearestName.Find(name, _header.Where(title => !_sources.ContainsValue(title)))).FirstOrDefault(near => near is not null);

    private bool IsMissing(CanonicalColumn column) =>
        column.IsRequired && !_sources.ContainsKey(column.Name) && !_formulas.ContainsKey(column.Name)
        && !_problems.Any(problem => problem.StartsWith($"'{column.Name}'", StringComparison.Ordinal));
}
