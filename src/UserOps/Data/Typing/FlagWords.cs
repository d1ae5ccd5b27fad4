namespace UserOps.Data.Typing;

/// <summary>Words for yes and no.</summary>
internal static class FlagWords
{
    /// <summary>1 for yes, 0 for no, or false when the word is neither.</summary>
    public static bool TryParse(ReadOnlySpan<char> word, out sbyte flag)
    {
        flag = (sbyte)(IsAny(word, "true", "yes", "1", "是", "y", "t", "真") ? 1 : 0);
        return flag == 1 || IsAny(word, "false", "no", "0", "否", "n", "f", "假");
    }

    private static bool IsAny(ReadOnlySpan<char> word, params ReadOnlySpan<string> known)
    {
        foreach (string candidate in known)
            if (word.Equals(candidate, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
