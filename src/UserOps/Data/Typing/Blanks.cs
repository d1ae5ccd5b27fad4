namespace UserOps.Data.Typing;

/// <summary>Blanks around values.</summary>
internal static class Blanks
{
    /// <summary>The value without blanks around it, ideographic and non-breaking ones included.</summary>
    /// <param name="value">The value as it stands in the file.</param>
    /// <param name="removed">Counts the values from which blanks were removed and something was left.</param>
    public static ReadOnlySpan<char> Remove(ReadOnlySpan<char> value, ref long removed)
    {
        if (value.IsEmpty || value[0] > ' ' && value[^1] > ' ' && value[0] != '\u3000' && value[^1] is not ('\u3000' or '\u00A0'))
            return value;
        var inner = value.Trim();
        removed += !inner.IsEmpty && inner.Length < value.Length ? 1 : 0;
        return inner;
    }
}
