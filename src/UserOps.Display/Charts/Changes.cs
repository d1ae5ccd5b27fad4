namespace UserOps.Display.Charts;

internal static class Changes
{
    /// <summary>A contribution with its sign, plus included; in percentage points where the level is a per cent.</summary>
    public static string Write(Format format, double change)
    {
        string text = (format.Kind == FormatKind.Percent ? Format.Points(format.Digits) : format).Write(change);
        return change > 0 && !text.StartsWith('+') ? "+" + text : text;
    }
}
