using System.Text;
using UserOps.Notebooks.Documents;

namespace UserOps.Notebooks.Magics;

/// <summary>Takes a cell apart into code and directives; a directive starts in the first column and takes one line.</summary>
internal static class CellParser
{
    private static readonly string[] Hoisted = ["#r", "#i"];

    /// <summary>The parts in order.</summary>
    public static List<CellPart> Parse(string source, string language)
    {
        string[] lines = source.Split('\n');
        var parts = new List<CellPart>();
        var block = new Block(language, 0);
        for (int i = 0; i < lines.Length; i++)
            if (DirectiveOf(lines[i], i + 1, block.Language) is { } directive)
            {
                block.CloseInto(parts, lines, i);
                bool starts = NotebookLanguages.Starts(directive.Name.TrimStart('#', '!'), out string next) && directive.Name.StartsWith("#!", StringComparison.Ordinal);
                block = new(starts ? next : block.Language, i + 1);
                if (!starts)
                    parts.Add(directive);
            }
        block.CloseInto(parts, lines, lines.Length);
        return parts;
    }

    /// <summary>The C# of a cell with everything else blanked out, every character in its place.</summary>
    public static string CodeOf(string source)
    {
        var text = new StringBuilder(source);
        for (int i = 0; i < text.Length; i++)
            text[i] = text[i] == '\n' ? '\n' : ' ';
        foreach (var part in Parse(source, "csharp").OfType<CellPart.Code>().Where(part => part.Language == "csharp"))
            for (int i = 0; i < part.Text.Length; i++)
                if (part.Text[i] != ' ')
                    text[i] = part.Text[i];
        return text.ToString();
    }

    /// <summary>Whether the directive is done before any code of its cell: references and package sources.</summary>
    public static bool IsHoisted(CellPart.Directive directive) => Hoisted.Contains(directive.Name);

    private static CellPart.Directive? DirectiveOf(string line, int number, string language)
    {
        int end = line.AsSpan().IndexOfAny(' ', '\t');
        string name = end < 0 ? line.TrimEnd() : line[..end];
        // #r"x.dll" and #r nuget:X are both seen.
        int quote = name.IndexOf('"', StringComparison.Ordinal);
        if (quote > 0)
            name = name[..quote];
        // A script file may begin with the path of a program that runs it.
        bool isMagic = name.Length > 2 && name[2] != '/' && name.StartsWith("#!", StringComparison.Ordinal) && (language == "csharp" || NotebookLanguages.Starts(name[2..], out _));
        bool isScript = language == "csharp" && name is "#r" or "#i" or "#load";
        return isMagic || isScript ? new(name, line[name.Length..].Trim(), number) : null;
    }

    private readonly record struct Block(string Language, int Start)
    {
        public void CloseInto(List<CellPart> parts, string[] lines, int end)
        {
            if (lines[Start..end].Any(line => !string.IsNullOrWhiteSpace(line)))
                parts.Add(new CellPart.Code(Language, Padded(lines, end), Start + 1));
        }

        private string Padded(string[] lines, int end) =>
            Language == "csharp" ? string.Join('\n', [.. lines[..Start].Select(line => new string(' ', line.Length)), .. lines[Start..end]]) : string.Join('\n', lines[Start..end]);
    }
}
