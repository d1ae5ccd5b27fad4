using System.Text;
using UserOps.Time;

namespace UserOps.Data;

/// <summary>Which part of a date such as <c>03/04/2024</c> comes first.</summary>
public enum DateOrder
{
    /// <summary>Decided for each column over all its values; the quality report says what and why.</summary>
    Detect,
    /// <summary>Day, month, year: 3 April 2024.</summary>
    DayFirst,
    /// <summary>Month, day, year: 4 March 2024.</summary>
    MonthFirst,
}

/// <summary>What stands before the decimals of a number such as <c>1,234</c>.</summary>
public enum DecimalMark
{
    /// <summary>Decided for each column over all its values; the quality report says what and why.</summary>
    Detect,
    /// <summary>A point: <c>1,234</c> is one thousand two hundred thirty-four.</summary>
    Point,
    /// <summary>A comma: <c>1,234</c> is a little more than one.</summary>
    Comma,
}

/// <summary>How an export is opened. Everything left out is detected and stated in the <see cref="QualityReport"/>.</summary>
public sealed record OpenOptions
{
    /// <summary>Where canonical columns come from: <c>orders.user_id=CustomerID</c>, or derived: <c>orders.amount=Quantity*UnitPrice</c>.</summary>
    public IReadOnlyList<string> Map { get; init; } = [];

    /// <summary>The time zone in which the export writes times without an offset; UTC when absent.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>The calendar of the report; when absent, the zone of the export with weeks from Monday.</summary>
    public Calendar? Calendar { get; init; }

    /// <summary>Which part of an ambiguous date comes first.</summary>
    public DateOrder DateOrder { get; init; }

    /// <summary>What stands before the decimals of numbers.</summary>
    public DecimalMark DecimalMark { get; init; }

    /// <summary>The encoding of delimited files; detected when absent.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>The delimiter of delimited files, a blank for columns aligned by blanks; detected when absent.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The column names of files that have no header row; the first row is data then.</summary>
    public IReadOnlyList<string>? ColumnNames { get; init; }

    /// <summary>The share of rows, 0 to 1, that may have a wrong number of fields and be dropped; beyond it the file is refused.</summary>
    public double RaggedLimit { get; init; } = 0.01;

    /// <summary>Whether names, phones and other personal data may be shown unmasked.</summary>
    public bool AllowPersonalData { get; init; }

    /// <summary>Whether what was read is kept in the user's cache folder, and taken from there when the files are unchanged.</summary>
    public bool UseCache { get; init; } = true;

    /// <summary>Ids of test and internal accounts, <c>*</c> standing for any characters (<c>test_*</c>): their rows are left out and counted.</summary>
    public IReadOnlyList<string> ExcludeUsers { get; init; } = [];
}

/// <summary>How far opening an export has come.</summary>
/// <param name="File">The file being read.</param>
/// <param name="Rows">Rows of it read so far.</param>
/// <param name="Fraction">The share of all files read, 0 to 1.</param>
public readonly record struct OpenProgress(string File, long Rows, double Fraction);
