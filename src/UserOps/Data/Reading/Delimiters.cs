namespace UserOps.Data.Reading;

/// <summary>Finds the character that separates the fields of a delimited file.</summary>
internal static class Delimiters
{
    /// <summary>Columns aligned by runs of blanks.</summary>
    public const char Blanks = ' ';

    private static readonly char[] Usual = [',', '\t', ';', '|'];

    /// <summary>The delimiter that cuts most records of the text into the same number of fields, more than one; a comma when none does.</summary>
    public static char Detect(ReadOnlySpan<char> text)
    {
        (char best, double bestScore) = (',', 0);
        foreach (char delimiter in Usual)
            if (Score(FieldCounts(text, delimiter)) is var score && score > bestScore)
                (best, bestScore) = (delimiter, score);
        return best;
    }

    /// <summary>The delimiter that a first line <c>sep=;</c> names, which Excel understands; null when there is no such line.</summary>
    public static char? Declared(ReadOnlySpan<char> text)
    {
        var line = text.TrimStart('\uFEFF');
        return line.Length > 5 && (line[5] is '\r' or '\n') && line[..5].Equals(Declaration(line[4]), StringComparison.OrdinalIgnoreCase) ? line[4] : null;
    }

    /// <summary>The line that names a delimiter to Excel.</summary>
    public static string Declaration(char delimiter) => $"sep={delimiter}";

    /// <summary>The delimiter as a reader names it.</summary>
    public static string Name(char delimiter) => delimiter switch
    {
        ',' => "comma",
        ';' => "semicolon",
        '\t' => "tab",
        '|' => "bar",
        Blanks => "blanks",
        _ => $"'{delimiter}'",
    };

    /// <summary>The share of records as wide as the first one, and, between equal shares, the wider records.</summary>
    private static double Score(List<int> counts)
    {
        if (counts.Count == 0 || counts[0] < 2)
            return 0;
        double agreeing = counts.Count(count => count == counts[0]) / (double)counts.Count;
        return agreeing + Math.Min(counts[0], 1000) * 1e-4;
    }

    private static List<int> FieldCounts(ReadOnlySpan<char> text, char delimiter)
    {
        List<int> counts = [];
        int fields = 1, length = 0;
        bool quoted = false;
        for (int i = 0; i < text.Length && counts.Count < 200; i++)
        {
            char c = text[i];
            quoted ^= c == '"';
            if (!quoted && c is '\n' or '\r')
            {
                if (length > 0)
                    counts.Add(fields);
                (fields, length) = (1, 0);
                continue;
            }
            length++;
            if (!quoted && c == delimiter)
                fields++;
        }
        // What is left may be half a record, unless the whole text is one.
        if (counts.Count == 0 && length > 0)
            counts.Add(fields);
        return counts;
    }
}
