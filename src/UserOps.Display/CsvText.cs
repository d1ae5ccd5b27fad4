using System.Globalization;
using CsvHelper.Configuration;

namespace UserOps.Display;

/// <summary>How CSV is written so that Excel neither runs nor changes a cell, and how that is taken back on reading.</summary>
internal static class CsvText
{
    // Excel keeps 15 digits of a number; longer ids would end in zeros.
    private const int ExactDigits = 15;
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    public static CsvConfiguration ForWriting => new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    /// <summary>Writes the byte-order mark by which Excel knows UTF-8, unless the writer puts it there itself.</summary>
    public static void WriteMark(TextWriter writer)
    {
        if (writer is not StreamWriter { Encoding.Preamble.Length: > 0 })
            writer.Write('\uFEFF');
    }

    /// <summary>Text with an apostrophe before it where Excel would take it for a formula or for a number that it cannot hold.</summary>
    public static string Defuse(string cell) => IsUnsafe(cell) || (cell.StartsWith('\'') && IsUnsafe(cell.TrimStart('\''))) ? "'" + cell : cell;

    /// <summary>The text before <see cref="Defuse"/>.</summary>
    public static string Restore(string cell) => cell.StartsWith('\'') && IsUnsafe(cell.TrimStart('\'')) ? cell[1..] : cell;

    /// <summary>A day as <c>2024-03-01</c>, a moment as <c>2024-03-01T13:05:00</c> with its fraction and offset where there are any.</summary>
    public static string Iso(object moment, bool dateOnly = false) => moment switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable time when dateOnly => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A {moment.GetType().Name} is no day or time.", nameof(moment)),
    };

    private static bool IsUnsafe(string cell) =>
        cell.Length > 0 && (FormulaStarts.Contains(cell[0], StringComparison.Ordinal) || (cell.Length > ExactDigits && cell.All(char.IsAsciiDigit)));
}
