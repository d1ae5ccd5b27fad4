using System.Globalization;

namespace UserOps.Reports.Delivery;

/// <summary>Names for the sheets of a workbook: legal, short enough, and no two alike.</summary>
internal sealed class SheetNames
{
    private const int Longest = 31;
    private const string Forbidden = "[]:*?/\\";

    // Excel keeps this name for itself.
    private readonly HashSet<string> _taken = new(["History"], StringComparer.OrdinalIgnoreCase);

    public string Make(string title)
    {
        string clean = string.Join(' ', new string([.. title.Select(letter => Forbidden.Contains(letter, StringComparison.Ordinal) || char.IsControl(letter) ? ' ' : letter)])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('\'', ' ');
        string name = Cut(clean.Length == 0 ? "Table" : clean, Longest);
        for (int use = 2; !_taken.Add(name); use++)
        {
            string end = string.Create(CultureInfo.InvariantCulture, $" ({use})");
            name = Cut(clean.Length == 0 ? "Table" : clean, Longest - end.Length) + end;
        }
        return name;
    }

    // A character that needs two units is not cut in half.
    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd(' ', '\'');
}
