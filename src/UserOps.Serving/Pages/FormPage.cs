using UserOps.Notebooks.Parameters;
using UserOps.Reports.Pages;
using UserOps.Serving.Languages;

namespace UserOps.Serving.Pages;

/// <summary>The settings of a notebook: a field for each parameter; what is left empty keeps its default.</summary>
internal static class FormPage
{
    /// <summary>The parameters in the order of the form: the export is chosen before, secrets come from the environment alone, and how columns are named comes last.</summary>
    public static IEnumerable<ParameterDeclaration> Asked(ServedNotebook notebook) =>
        notebook.Parameters.Where(parameter => parameter.Name != "data" && !parameter.IsSecret).OrderBy(parameter => parameter.Name is "map" or "columns");

    public static string Write(ServedWords words, ServedNotebook notebook, string data, IReadOnlyDictionary<string, string> given, IReadOnlyList<string> problems, string formKey) => Frame.Write(words, notebook.Title, Markup.Of($"""
        <h1>{notebook.Title}</h1>
        <p class="lede">{words.OnExport}<b>{Path.GetFileName(data)}</b>{words.EmptyKeepsDefault}</p>
        {Problems.Write(words, problems)}
        <form action="/runs" method="post" class="ask">
        <input type="hidden" name="key" value="{formKey}">
        <input type="hidden" name="notebook" value="{notebook.Name}">
        <input type="hidden" name="data" value="{data}">
        {Markup.ForEach(Asked(notebook), parameter => Field(words, parameter, given.GetValueOrDefault(parameter.Name, ""), IsNamed(problems, parameter.Name)))}
        <p><button type="submit" class="main">{words.Run}</button> <a href="/">{words.ChooseAgain}</a></p>
        </form>
        """));

    private static bool IsNamed(IEnumerable<string> problems, string name) => problems.Any(problem => problem.Contains($"'{name}'", StringComparison.Ordinal));

    private static Markup Field(ServedWords words, ParameterDeclaration parameter, string value, bool isWrong) => Markup.Of($"""
        <div class="field{Markup.If(isWrong, " wrong")}">
        <label for="p-{parameter.Name}">{parameter.Name}</label>
        {Input(words, parameter, value, isWrong)}
        <p class="hint" id="h-{parameter.Name}">{parameter.Description}{Limits(words, parameter)}{Markup.If(parameter.Description is { Length: > 0 }, " · ")}{words.Default}{Default(words, parameter)}</p>
        </div>
        """);

    private static Markup Input(ServedWords words, ParameterDeclaration parameter, string value, bool isWrong)
    {
        var common = Markup.Of($"id=\"p-{parameter.Name}\" name=\"p.{parameter.Name}\" aria-describedby=\"h-{parameter.Name}\"{Markup.If(isWrong, " aria-invalid=\"true\"")}");
        return parameter.Type switch
        {
            "bool" => Markup.Of($"<select {common}>{Options(words, value, [("true", words.Reports.Yes), ("false", words.Reports.No)])}</select>"),
            _ when parameter.Choices.Count > 0 && !IsList(parameter) => Markup.Of($"<select {common}>{Options(words, value, parameter.Choices.Select(choice => (choice, choice)))}</select>"),
            "int" or "long" or "short" => Markup.Of($"<input type=\"text\" inputmode=\"numeric\" {common} value=\"{value}\">"),
            "double" or "decimal" or "float" => Markup.Of($"<input type=\"text\" inputmode=\"decimal\" {common} value=\"{value}\">"),
            "DateOnly" or "DateTime" => Markup.Of($"<input type=\"date\" {common} value=\"{value}\">"),
            _ when IsList(parameter) => Markup.Of($"<textarea rows=\"2\" placeholder=\"{words.OneALine}\" spellcheck=\"false\" {common}>{value}</textarea>"),
            _ => Markup.Of($"<input type=\"text\" autocomplete=\"off\" spellcheck=\"false\" {common} value=\"{value}\">"),
        };
    }

    /// <summary>Whether a parameter takes several values, one a line.</summary>
    public static bool IsList(ParameterDeclaration parameter) => parameter.Type.EndsWith("[]", StringComparison.Ordinal) || parameter.Type.Contains("List<", StringComparison.Ordinal);

    private static Markup Options(ServedWords words, string value, IEnumerable<(string Value, string Text)> choices) => Markup.ForEach(choices.Prepend((Value: "", Text: words.AsByDefault)),
        option => Markup.Of($"<option value=\"{option.Value}\"{Markup.If(option.Value == value, " selected")}>{option.Text}</option>"));

    private static string Limits(ServedWords words, ParameterDeclaration parameter) => parameter switch
    {
        { Range: { } range } => $" ({range})",
        { Choices.Count: > 0 } when IsList(parameter) => $" ({words.AnyOf(string.Join(", ", parameter.Choices))})",
        _ => "",
    };

    private static string Default(ServedWords words, ParameterDeclaration parameter) => parameter.Default?.ReplaceLineEndings(" ") switch
    {
        null => words.DefaultNeeded,
        "\"\"" or "[]" => words.Reports.None,
        var text => text,
    };
}
