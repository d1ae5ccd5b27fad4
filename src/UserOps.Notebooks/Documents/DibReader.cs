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
        string[] all = text.Split('\n');
        int headLength = HeadLength(all);
        foreach (string line in all.Skip(headLength))
            if (line.StartsWith("#!", StringComparison.Ordinal) && NotebookLanguages.Starts(line[2..], out string next))
            {
                Close();
                language = next;
            }
            else
                lines.Add(line);
        Close();
        return new(cells.ToImmutable()) { DibHead = headLength == 0 ? null : Trim([.. all.Take(headLength)]) };

        void Close()
        {
            if (Trim(lines) is { Length: > 0 } source)
                cells.Add(new(language, source) { Tags = IsParameters(language, source) ? ["parameters"] : [] });
            lines.Clear();
        }
    }

    private static bool IsParameters(string language, string source) =>
        language == "csharp" && source.Split('\n')[0].Trim().Equals("// parameters", StringComparison.OrdinalIgnoreCase);

    /// <summary>How many lines the block <c>#!meta</c> takes; 0 where there is none.</summary>
    private static int HeadLength(string[] lines)
    {
        int start = Array.FindIndex(lines, line => line.Trim().Length > 0);
        if (start < 0 || lines[start].TrimEnd() != "#!meta")
            return 0;
        int end = Array.FindIndex(lines, start + 1, line => line.StartsWith("#!", StringComparison.Ordinal));
        return end < 0 ? lines.Length : end;
    }

    private static string Trim(List<string> lines)
    {
        int start = lines.FindIndex(line => line.Trim().Length > 0);
        int end = lines.FindLastIndex(line => line.Trim().Length > 0);
        return start < 0 ? "" : string.Join('\n', lines.GetRange(start, end - start + 1));
    }
}
