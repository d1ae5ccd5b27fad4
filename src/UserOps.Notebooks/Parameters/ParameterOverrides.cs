using System.Collections;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using UserOps.Display;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;

namespace UserOps.Notebooks.Parameters;

/// <summary>Sets parameters of a notebook: checks all of them against their types, then rewrites their initial values.</summary>
internal static class ParameterOverrides
{
    /// <summary>The notebook with the caller's values in place of the declared ones.</summary>
    /// <exception cref="NotebookException">A name is unknown, a value does not fit its type, or a file is missing; all of them are listed.</exception>
    public static NotebookDocument Apply(NotebookDocument document, IReadOnlyList<DeclaredParameter> declared, RunOptions options)
    {
        var problems = new List<string>();
        problems.AddRange(declared.Select(parameter => SecretParameter.Problem(parameter, options.Parameters.ContainsKey(parameter.Name))).OfType<string>());
        problems.AddRange(declared.Where(parameter => IsMissing(parameter, options)).Select(Missing));
        var given = options.Parameters.Select(pair => Change(pair.Key, pair.Value, declared, options.WorkingDirectory, problems)).OfType<TextChange>();
        var secret = declared.Where(parameter => SecretParameter.ValueOf(parameter) is not null).Select(parameter => Replace(parameter, SecretParameter.Expression(parameter)));
        var changes = given.Concat(secret).OrderBy(change => change.Span.Start).ToList();
        if (problems.Count > 0)
            throw new NotebookException("The parameters do not fit the notebook:", problems);
        if (changes.Count == 0)
            return document;
        int index = ParameterCell.IndexIn(document);
        var cell = document.Cells[index];
        return document with { Cells = document.Cells.SetItem(index, cell with { Source = SourceText.From(cell.Source).WithChanges(changes).ToString() }) };
    }

    /// <summary>The values of the parameters as they stand after their cell has run.</summary>
    public static IReadOnlyList<ParameterValue> Values(IReadOnlyList<DeclaredParameter> declared, RunOptions options, NotebookSession session) =>
    [
        .. declared.Select(parameter => new ParameterValue(
            parameter.Name, parameter.Declaration.Type, Shown(parameter, session),
            options.Parameters.ContainsKey(parameter.Name) || SecretParameter.ValueOf(parameter) is not null)),
    ];

    private static object? Shown(DeclaredParameter parameter, NotebookSession session) =>
        !session.TryGetValue(parameter.Name, out object? value) ? null : parameter.Declaration.IsSecret ? SecretParameter.Hidden : Plain(value);

    private static bool IsMissing(DeclaredParameter parameter, RunOptions options) =>
        parameter.Declaration.IsRequired && !options.Parameters.ContainsKey(parameter.Name) && SecretParameter.ValueOf(parameter) is null;

    private static string Missing(DeclaredParameter parameter) =>
        $"'{parameter.Name}' is required{(parameter.Declaration.Description is { } meaning ? $" ({meaning})" : "")}: "
        + (parameter.Declaration.IsSecret ? $"set the environment variable {SecretParameter.VariableOf(parameter.Name)}." : $"give it with -p {parameter.Name}=VALUE.");

    private static TextChange? Change(
        string name, IReadOnlyList<string> texts, IReadOnlyList<DeclaredParameter> declared, string folder, List<string> problems)
    {
        if (declared.FirstOrDefault(parameter => parameter.Name == name) is not { } parameter)
        {
            problems.Add(Unknown(name, declared));
            return null;
        }
        if (parameter.Declaration.IsSecret)
            return null;
        if (parameter.Declaration.IsRequired && texts.All(string.IsNullOrWhiteSpace))
        {
            problems.Add($"'{name}' is required and cannot be empty{(parameter.Declaration.Description is { } meaning ? $": {meaning}" : "")}.");
            return null;
        }
        if (ParameterLiteral.TryWrite(parameter.Type, parameter.Declaration.Type, texts) is not { } literal)
        {
            problems.Add($"'{name}' is {parameter.Declaration.Type}: {ParameterLiteral.Expectation(parameter.Type)}, not {string.Join(", ", texts.Select(text => $"'{text}'"))}.");
            return null;
        }
        if (MissingFile(parameter, texts, folder) is { } problem)
            problems.Add(problem);
        problems.AddRange(ParameterLiteral.Elements(parameter.Type, texts).Select(text => Outside(parameter, text)).OfType<string>());
        return Replace(parameter, literal);
    }

    private static string Unknown(string name, IReadOnlyList<DeclaredParameter> declared) => declared.Count == 0
        ? $"'{name}' is unknown: no cell of the notebook is tagged '{ParameterCell.Tag}'."
        : $"'{name}' is unknown; the notebook has {string.Join(", ", declared.Select(parameter => parameter.Name))}.{NearestName.Suggest(name, declared.Select(parameter => parameter.Name))}";

    /// <summary>How a value breaks the rules of its comment, or null.</summary>
    private static string? Outside(DeclaredParameter parameter, string text)
    {
        var declaration = parameter.Declaration;
        if (declaration.Range is { } range && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !range.Contains(number))
            return $"'{parameter.Name}' is {range}, not {text}.";
        return declaration.Choices.Count > 0 && declaration.DefaultTexts?.Contains(text) != true && !declaration.Choices.Contains(text, parameter.Type.TypeKind == TypeKind.Enum ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal)
            ? $"'{parameter.Name}' is one of {string.Join(", ", declaration.Choices)}, not '{text}'.{NearestName.Suggest(text, declaration.Choices)}"
            : null;
    }

    /// <summary>A parameter that is declared with the path of something that exists is a path: what is given must exist too.</summary>
    private static string? MissingFile(DeclaredParameter parameter, IReadOnlyList<string> texts, string folder) =>
        parameter.Syntax.Initializer?.Value is LiteralExpressionSyntax { Token.Value: string { Length: > 0 } usual }
        && Path.Exists(Path.Combine(folder, usual)) && !Path.Exists(Path.Combine(folder, texts[0]))
            ? $"'{parameter.Name}' names a file or folder, and there is none at {Path.GetFullPath(Path.Combine(folder, texts[0]))}."
            : null;

    /// <summary>Lines that the old value took stay, so that errors keep their line.</summary>
    private static TextChange Replace(DeclaredParameter parameter, string literal) => parameter.Syntax.Initializer is { } initializer
        ? new(initializer.Value.Span, literal + new string('\n', initializer.Value.ToString().Count(c => c == '\n')))
        : new(new(parameter.Syntax.Identifier.Span.End, 0), " = " + literal);

    private static object? Plain(object? value) => value switch
    {
        null or string or bool or DateOnly or DateTime or DateTimeOffset or TimeSpan => value,
        Enum or char => value.ToString(),
        IConvertible number => number,
        Array items => items.Cast<object?>().Select(Plain).ToArray(),
        IEnumerable items => items.Cast<object?>().Take(100).Select(Plain).ToArray(),
        _ => value.ToString(),
    };
}
