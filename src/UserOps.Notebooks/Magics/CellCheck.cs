using System.Globalization;
using UserOps.Display;

namespace UserOps.Notebooks.Magics;

/// <summary>Finds what cannot work in a cell before any of its code runs.</summary>
internal static class CellCheck
{
    /// <exception cref="NotebookException">A directive is unknown or wrong, or a language cannot be run here.</exception>
    public static void Throw(IEnumerable<CellPart> parts, string label)
    {
        foreach (var part in parts)
            if (Problem(part) is { } problem)
                throw new NotebookException(string.Create(CultureInfo.InvariantCulture, $"{label}, line {part.Line}: {problem}"));
    }

    /// <summary>Why the part cannot work, or null.</summary>
    public static string? Problem(CellPart part) => part switch
    {
        CellPart.Code { Language: var language } when language != "csharp" && !TextCells.Shows(language) =>
            $"{Language(language)} is not run here, only C#. Write it in C#, or move it to another tool and read its result from a file.",
        CellPart.Directive directive when CellParser.IsHoisted(directive) => null,
        CellPart.Directive directive when Directives.Find(directive.Name) is { } known => known.Check(DirectiveArguments.Parse(directive.Arguments)),
        CellPart.Directive directive => $"There is no directive '{directive.Name}'.{NearestName.Suggest(directive.Name.TrimStart('#', '!'), Directives.Names, "#!")} '#!lsmagic' lists those there are.",
        _ => null,
    };

    private static string Language(string name) => name switch
    {
        "fsharp" => "F#",
        "pwsh" => "PowerShell",
        "sql" => "SQL",
        "kql" => "KQL",
        "python" => "Python",
        "http" => "HTTP",
        _ => $"'{name}'",
    };
}
