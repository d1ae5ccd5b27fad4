using System.Globalization;

namespace UserOps.Display;

/// <summary>How one value is printed: the kind decides the words, <see cref="Digits"/> the decimals.</summary>
/// <remarks>Values stay numbers until they are printed; rates are fractions and become per cent here.</remarks>
public sealed record Format
{
    private Format(FormatKind kind, int digits = 0, string unit = "") => (Kind, Digits, Unit) = (kind, digits, unit);

    /// <summary>What kind of value is printed.</summary>
    public FormatKind Kind { get; }

    /// <summary>Decimals behind the point.</summary>
    public int Digits { get; }

    /// <summary>The unit printed with the number: a currency sign, or a word such as <c>days</c>; may be empty.</summary>
    public string Unit { get; }

    /// <summary>Words, left-aligned.</summary>
    public static Format Text { get; } = new(FormatKind.Text);

    /// <summary>A whole number with thousands separators.</summary>
    public static Format Count { get; } = new(FormatKind.Number);

    /// <summary>A number as it is, without thousands separators and with the digits it has: values whose meaning is not known.</summary>
    public static Format Plain { get; } = new(FormatKind.Plain);

    /// <summary>A calendar day, <c>2024-03-01</c>.</summary>
    public static Format Date { get; } = new(FormatKind.Date);

    /// <summary>A day and time, <c>2024-03-01 13:05</c>.</summary>
    public static Format Timestamp { get; } = new(FormatKind.Timestamp);

    /// <summary>A span of time in the largest fitting unit, <c>3.2 days</c>.</summary>
    public static Format Duration { get; } = new(FormatKind.Duration, 1);

    /// <summary>Yes or no.</summary>
    public static Format Flag { get; } = new(FormatKind.Flag);

    /// <summary>A number with fixed decimals and an optional unit word.</summary>
    public static Format Number(int digits = 2, string unit = "") => new(FormatKind.Number, digits, unit);

    /// <summary>A fraction printed as per cent: 0.123 is <c>12.3 %</c>.</summary>
    public static Format Percent(int digits = 1) => new(FormatKind.Percent, digits);

    /// <summary>A difference of fractions printed in percentage points: 0.012 is <c>+1.2 pp</c>.</summary>
    public static Format Points(int digits = 1) => new(FormatKind.Points, digits);

    /// <summary>An amount of money with its sign or code, <c>¥1,234.50</c>.</summary>
    public static Format Money(string currency = "", int digits = 2) => new(FormatKind.Money, digits, currency);

    internal static Format Of(FormatKind kind, int digits, string unit) => new(kind, digits, unit);

    /// <summary>Whether values line up on the right.</summary>
    public bool IsNumeric => Kind is FormatKind.Number or FormatKind.Plain or FormatKind.Percent or FormatKind.Points or FormatKind.Money or FormatKind.Duration;

    /// <summary>The value as a reader sees it; an empty string for null, NaN included.</summary>
    /// <param name="value">A value of any type the kind understands.</param>
    /// <param name="culture">The reader's culture; invariant when absent.</param>
    public string Write(object? value, CultureInfo? culture = null) => FormatWriter.Write(this, value, culture ?? CultureInfo.InvariantCulture);
}

/// <summary>The kinds of value that a <see cref="Format"/> prints.</summary>
public enum FormatKind
{
    /// <summary>Words.</summary>
    Text,
    /// <summary>A number.</summary>
    Number,
    /// <summary>A number as it is.</summary>
    Plain,
    /// <summary>A fraction shown as per cent.</summary>
    Percent,
    /// <summary>A difference of fractions shown in percentage points.</summary>
    Points,
    /// <summary>An amount of money.</summary>
    Money,
    /// <summary>A calendar day.</summary>
    Date,
    /// <summary>A day and a time.</summary>
    Timestamp,
    /// <summary>A span of time.</summary>
    Duration,
    /// <summary>Yes or no.</summary>
    Flag,
}
