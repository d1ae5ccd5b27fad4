using UserOps.Display;

namespace UserOps.Cli.Reporting;

/// <summary>The values that the caller gives to parameters: by <c>-p</c>, by <c>--data</c> and by <c>--map</c>.</summary>
internal sealed class GivenParameters
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _forAll = new(StringComparer.Ordinal);

    private GivenParameters() { }

    public static GivenParameters Read(ReportRequest request, Problems problems)
    {
        var given = new GivenParameters();
        foreach (string text in request.Parameters)
            given.AddPair(text, problems);
        if (request.Data is { } path)
            given.AddData(path, problems);
        foreach (string text in request.Map)
            given.AddMap(text, problems);
        return given;
    }

    /// <summary>The values for the parameters that a notebook has.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> For(Notebook notebook) => _values
        .Where(pair => notebook.Parameters.Contains(pair.Key))
        .ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)pair.Value, StringComparer.Ordinal);

    /// <summary>Every notebook must know the data it is given; any other parameter must be known to one of the notebooks.</summary>
    public void CheckNames(IReadOnlyList<Notebook> notebooks, Problems problems)
    {
        foreach (string name in _values.Keys.Where(_forAll.Contains))
            problems.AddRange(notebooks.Where(notebook => !notebook.Parameters.Contains(name)).Select(notebook => Unknown($"--{name}", name, notebook)));
        foreach (string name in _values.Keys.Except(_forAll).Where(name => !notebooks.Any(notebook => notebook.Parameters.Contains(name))))
            problems.AddRange(notebooks.Select(notebook => Unknown($"-p {name}", name, notebook)));
    }

    private static string Unknown(string option, string name, Notebook notebook)
    {
        string has = notebook.Parameters.Count == 0 ? "it has none" : $"it has: {string.Join(", ", notebook.Parameters)}";
        return $"{option}: '{notebook.Name}' has no parameter '{name}'; {has}.{NearestName.Suggest(name, notebook.Parameters)}";
    }

    private void AddPair(string text, Problems problems)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
            problems.Add($"-p {text}: a name and a value are needed, as in -p window=7.");
        else
            Add(text[..equals].Trim(), text[(equals + 1)..]);
    }

    private void AddData(string path, Problems problems)
    {
        if (_values.ContainsKey("data"))
            problems.Add("The data are given twice: by --data and by -p data=…. Leave one out.");
        if (!Path.Exists(path))
            problems.Add($"--data {path}: there is no such file or folder (looked in '{Environment.CurrentDirectory}').");
        AddForAll("data", Path.GetFullPath(path));
    }

    private void AddMap(string text, Problems problems)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal), dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || equals <= dot + 1 || equals == text.Length - 1)
            problems.Add($"--map {text}: a table, a column and its name in the export are needed, as in --map orders.user_id=CustomerID.");
        AddForAll("map", text);
    }

    private void AddForAll(string name, string value)
    {
        _forAll.Add(name);
        Add(name, value);
    }

    private void Add(string name, string value)
    {
        if (!_values.TryGetValue(name, out var values))
            _values[name] = values = [];
        values.Add(value);
    }
}
