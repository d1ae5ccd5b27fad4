using System.Globalization;

namespace UserOps.Data.Schema;

/// <summary>Reads a formula; names are those of the file, in any case and spacing.</summary>
internal sealed class FormulaParser
{
    private readonly string _text;
    private readonly Func<string, string?> _resolve;
    private int _at;

    private FormulaParser(string text, Func<string, string?> resolve) => (_text, _resolve) = (Plain(text), resolve);

    /// <summary>Whether the text is more than one name.</summary>
    public static bool IsFormula(string text) => Plain(text).AsSpan().ContainsAny("*+/()") || Plain(text).Contains(" - ", StringComparison.Ordinal);

    /// <summary>Reads the formula.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="resolve">The column of a name, or null when there is none.</param>
    /// <exception cref="UserOpsException">A name is unknown or a sign is missing.</exception>
    public static Formula Parse(string text, Func<string, string?> resolve)
    {
        var parser = new FormulaParser(text, resolve);
        var formula = parser.Sum();
        return parser._at == parser._text.Length ? formula : throw parser.Wrong();
    }

    private static string Plain(string text) => text.Replace('×', '*').Replace('÷', '/').Replace('−', '-').Replace('（', '(').Replace('）', ')');

    private Formula Sum()
    {
        var left = Product();
        while (Take('+', '-') is { } sign)
            left = new Formula.Binary(left, sign, Product());
        return left;
    }

    private Formula Product()
    {
        var left = Factor();
        while (Take('*', '/') is { } sign)
            left = new Formula.Binary(left, sign, Factor());
        return left;
    }

    private Formula Factor()
    {
        if (Take('(') is not null)
        {
            var inner = Sum();
            return Take(')') is not null ? inner : throw Wrong();
        }
        string word = Word();
        if (double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value))
            return new Formula.Constant(value);
        return new Formula.Of(_resolve(word) ?? throw new UserOpsException($"The formula '{_text}' names '{word}', which is no column of the file."));
    }

    private string Word()
    {
        int start = _at;
        while (_at < _text.Length && !"*+-/()".Contains(_text[_at], StringComparison.Ordinal))
            _at++;
        return _text[start.._at].Trim() is { Length: > 0 } word ? word : throw Wrong();
    }

    private char? Take(params ReadOnlySpan<char> signs)
    {
        while (_at < _text.Length && _text[_at] == ' ')
            _at++;
        return _at < _text.Length && signs.Contains(_text[_at]) ? _text[_at++] : null;
    }

    private UserOpsException Wrong() =>
        new($"The formula '{_text}' is not understood at position {_at + 1}. Write columns, numbers and brackets joined by * / + -, such as Quantity*UnitPrice.");
}
