using System.Collections.Immutable;

namespace UserOps.Notebooks.Documents;

/// <summary>Reads <c>.dib</c> text: a line that is exactly <c>#!</c> and a language starts a cell; cells have no outputs.</summary>
/// <remarks>A cell whose first line is the comment <c>// parameters</c> is the one tagged <c>parameters</c>, since the format has no tags.</remarks>
internal static class DibReader
{
    public static NotebookDocument Read(string text)
    {
        var cells = ImmutableArray.CreateBuilder<NotebookCell>();
        var lines = new List<string>();
        string language = "csharp";
        foreach (string line in WithoutMeta(text.Split('\n')))
            if (line.StartsWith("#!", StringComparison.Ordinal) && NotebookLanguages.Starts(line[2..], out string next))
            {
                Close();
                language = next;
            }
            else
                lines.Add(line);
        Close();
        return new(cells.ToImmutable());

        void Close()
        {
            if (Trim(lines) is { Length: > 0 } source)
                cells.Add(new(language, source) { Tags = IsParameters(language, source) ? ["parameters"] : [] });
            lines.Clear();
        }
    }

    private static bool IsParameters(string language, string source) =>
        language == "csharp" && source.Split('\n')[0].Trim().Equals("// parameters", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> WithoutMeta(string[] lines)
    {
        int start = Array.FindIndex(lines, line => line.Trim().Length > 0);
        if (start < 0 || lines[start].TrimEnd() != "#!meta")
            return lines;
        return lines.Skip(start + 1).SkipWhile(line => !line.StartsWith("#!", StringComparison.Ordinal));
    }

    private static string Trim(List<string> lines)
    {
        int start = lines.FindIndex(line => line.Trim().Length > 0);
        int end = lines.FindLastIndex(line => line.Trim().Length > 0);
        return start < 0 ? "" : string.Join('\n', lines.GetRange(start, end - start + 1));
    }
}
