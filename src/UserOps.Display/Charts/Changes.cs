namespace UserOps.Display.Charts;

internal static class Changes
{
    /// <summary>A contribution with its sign, plus included.</summary>
    public static string Write(Format format, double change)
    {
        string text = format.Write(change);
        return change > 0 && !text.StartsWith('+') ? "+" + text : text;
    }
}
