namespace UserOps.Data.Typing;

/// <summary>Signs and codes of currencies beside an amount.</summary>
internal static class Currencies
{
    private static readonly (string Sign, string Code)[] Signs =
    [
        ("HK$", "HKD"), ("US$", "USD"), ("NT$", "TWD"), ("RMB", "CNY"), ("人民币", "CNY"), ("CN¥", "CNY"), ("JP¥", "JPY"), ("美元", "USD"), ("港元", "HKD"), ("欧元", "EUR"), ("日元", "JPY"),
        ("¥", "CNY"), ("￥", "CNY"), ("元", "CNY"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("₹", "INR"), ("₽", "RUB"), ("₩", "KRW"), ("円", "JPY"),
        .. ((string[])["CNY", "USD", "EUR", "GBP", "JPY", "HKD", "TWD", "SGD", "KRW", "INR", "RUB", "AUD", "CAD", "CHF", "BRL"]).Select(code => (code, code)),
    ];

    /// <summary>Takes a sign before or after the text, and the blanks beside it; null when there is none.</summary>
    public static string? Take(ref ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1]))
            return null;
        foreach ((string sign, string code) in Signs)
        {
            if (text.StartsWith(sign, StringComparison.OrdinalIgnoreCase))
                text = text[sign.Length..].TrimStart();
            else if (text.EndsWith(sign, StringComparison.OrdinalIgnoreCase))
                text = text[..^sign.Length].TrimEnd();
            else
                continue;
            return code;
        }
        return null;
    }
}
