namespace UserOps.Kernel.Jupyter;

/// <summary>Places in text as Jupyter counts them, by characters of Unicode, and as .NET does, where some characters count twice.</summary>
internal static class CodePoints
{
    /// <summary>The offset in .NET's text of a place counted in characters; a place outside the text is its nearer end.</summary>
    public static int ToOffset(string text, int characters)
    {
        int offset = 0;
        for (int i = 0; i < characters && offset < text.Length; i++)
            offset += WidthAt(text, offset);
        return offset;
    }

    /// <summary>How many characters stand before an offset.</summary>
    public static int FromOffset(string text, int offset)
    {
        int characters = 0;
        for (int i = 0; i < offset; i += WidthAt(text, i))
            characters++;
        return characters;
    }

    private static int WidthAt(string text, int offset) => offset + 1 < text.Length && char.IsSurrogatePair(text[offset], text[offset + 1]) ? 2 : 1;
}
