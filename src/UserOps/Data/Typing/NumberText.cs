using System.Globalization;

namespace UserOps.Data.Typing;

/// <summary>What the marks within a number tell about the mark before its decimals.</summary>
internal enum MarkReading
{
    /// <summary>Nothing: there are none.</summary>
    Open,
    /// <summary><c>1.234</c>: a point before decimals, or between groups.</summary>
    Dotted,
    /// <summary><c>1,234</c>: a comma between groups, or before decimals.</summary>
    Grouped,
    /// <summary><c>12.5</c> or <c>1,234.5</c>: it can only be a point.</summary>
    OnlyPoint,
    /// <summary><c>12,5</c> or <c>1.234,5</c>: it can only be a comma.</summary>
    OnlyComma,
}

/// <summary>A number as written.</summary>
/// <param name="Value">The value; with a decimal point where the text leaves that open.</param>
/// <param name="Currency">The currency named by a sign or a code, or null.</param>
/// <param name="Marks">What the decimal mark can be.</param>
internal readonly record struct ParsedNumber(double Value, string? Currency, MarkReading Marks);

/// <summary>Reads numbers and amounts of money: <c>1,234.50</c>, <c>1.234,50 €</c>, <c>¥1,234.50</c>, <c>(12.00)</c>, <c>12.5 %</c>, <c>3.2万</c>, <c>1e5</c>.</summary>
internal static class NumberText
{
    private static readonly double[] PowersOfTen = [.. Enumerable.Range(0, 19).Select(power => Math.Pow(10, power))];

    public static bool TryParse(ReadOnlySpan<char> text, out ParsedNumber number) =>
        TryPlain(text, out number) || TryMoney(text, out number);

    /// <summary>Whether the text is a run of digits that a number would change: leading zeros, or more than a double holds.</summary>
    public static bool IsCode(ReadOnlySpan<char> text)
    {
        var digits = text.TrimStart('-');
        bool leadingZero = digits.Length > 1 && digits[0] == '0' && char.IsAsciiDigit(digits[1]);
        return leadingZero || digits.Length > 15 && !digits.ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>Digits with a sign and a point, exact up to 2^53: a whole number divided by a power of ten is rounded once.</summary>
    private static bool TryPlain(ReadOnlySpan<char> text, out ParsedNumber number)
    {
        number = default;
        bool negative = text.Length > 0 && text[0] == '-';
        long digits = 0;
        int decimals = -1, count = 0;
        foreach (char c in negative ? text[1..] : text)
        {
            if (c == '.' && decimals < 0)
                decimals = 0;
            else if (char.IsAsciiDigit(c) && count < 15)
            {
                digits = digits * 10 + (c - '0');
                count++;
                decimals += decimals >= 0 ? 1 : 0;
            }
            else
                return false;
        }
        double value = decimals > 0 ? digits / PowersOfTen[decimals] : digits;
        bool maybeGroups = decimals == 3 && count is >= 4 and <= 6 && text[negative ? 1 : 0] != '0';
        number = new(negative ? -value : value, null, decimals < 0 ? MarkReading.Open : maybeGroups ? MarkReading.Dotted : MarkReading.OnlyPoint);
        return count > 0;
    }

    private static bool TryMoney(ReadOnlySpan<char> text, out ParsedNumber number)
    {
        number = default;
        bool inBrackets = text is ['(', .., ')'] or ['（', .., '）'];
        if (inBrackets)
            text = text[1..^1].Trim();
        bool negative = TakeSign(ref text);
        string? currency = Currencies.Take(ref text);
        negative |= TakeSign(ref text);
        double unit = TakeUnit(ref text);
        currency ??= Currencies.Take(ref text);
        if (!TryMarked(text, out double value, out var marks) || negative && inBrackets)
            return false;
        number = new((negative || inBrackets ? -value : value) * unit, currency, marks);
        return true;
    }

    private static bool TakeSign(ref ReadOnlySpan<char> text)
    {
        if (text is not ['-' or '−' or '+', ..])
            return false;
        bool negative = text[0] != '+';
        text = text[1..].TrimStart();
        return negative;
    }

    private static double TakeUnit(ref ReadOnlySpan<char> text)
    {
        double unit = text is [.., '%'] ? 0.01 : text is [.., '万'] ? 1e4 : text is [.., '亿'] ? 1e8 : 1;
        if (unit != 1)
            text = text[..^1].TrimEnd();
        return unit;
    }

    /// <summary>Reads the digits with either mark before the decimals.</summary>
    private static bool TryMarked(ReadOnlySpan<char> text, out double value, out MarkReading marks)
    {
        bool point = TryGrouped(text, ',', '.', out value), comma = TryGrouped(text, '.', ',', out double other);
        marks = !text.ContainsAny(',', '，', '.') ? MarkReading.Open
            : !comma ? MarkReading.OnlyPoint
            : !point ? MarkReading.OnlyComma
            : text.Contains('.') ? MarkReading.Dotted : MarkReading.Grouped;
        value = point ? value : other;
        return point || comma;
    }

    /// <summary>Digits in groups of three, or without groups, or with an exponent.</summary>
    private static bool TryGrouped(ReadOnlySpan<char> text, char between, char decimalMark, out double value)
    {
        value = 0;
        Span<char> digits = stackalloc char[40];
        if (text.IsEmpty || text.Length > digits.Length || !char.IsAsciiDigit(text[0]) && text[0] != decimalMark)
            return false;
        int length = 0, group = -1;
        bool whole = true;
        foreach (char c in text)
        {
            if (whole && (c == between || c == '，' && between == ','))
            {
                if (group is not (-1 or 3) || group < 0 && (length is 0 or > 3 || text[0] == '0'))
                    return false;
                group = 0;
                continue;
            }
            whole &= char.IsAsciiDigit(c);
            if (!whole && (group is not (-1 or 3) || c == between))
                return false;
            group += whole && group >= 0 ? 1 : 0;
            digits[length++] = c == decimalMark ? '.' : c;
        }
        return group is -1 or 3
            && double.TryParse(digits[..length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }
}
