using System.Text.RegularExpressions;

namespace UserOps.Reports.Pages;

/// <summary>Console output as a page shows it: without colour codes, and with lines that were written over shown once.</summary>
internal static partial class ConsoleText
{
    public static string Clean(string text)
    {
        string plain = ControlSequence().Replace(text.ReplaceLineEndingsKeepingReturns(), "");
        return OverwrittenPart().Replace(plain, "").TrimEnd('\n');
    }

    private static string ReplaceLineEndingsKeepingReturns(this string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    [GeneratedRegex(@"\x1B\[[0-9;?]*[ -/]*[@-~]|\x1B[@-Z\\-_]")]
    private static partial Regex ControlSequence();

    [GeneratedRegex(@"[^\n\r]*\r(?=[^\n])|\r")]
    private static partial Regex OverwrittenPart();
}
