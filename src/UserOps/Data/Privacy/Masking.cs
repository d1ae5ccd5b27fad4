using System.Text.RegularExpressions;

namespace UserOps.Data.Privacy;

/// <summary>Masks personal data so that a reader recognises the kind and no more: <c>138****5678</c>, <c>z***@mail.com</c>, <c>张**</c>.</summary>
public static class Masking
{
    private const string Hidden = "****";

    /// <summary>Masks a value that is personal data of a known kind; a value masked before stays as it is.</summary>
    public static string Mask(PersonalData kind, string value) => kind switch
    {
        _ when value.Length == 0 || value.Contains("**", StringComparison.Ordinal) => value,
        PersonalData.Phone => MaskPhone(value),
        PersonalData.NationalId => MaskId(value),
        PersonalData.Email => MaskEmail(value),
        PersonalData.PersonName => MaskName(value),
        PersonalData.Address => MaskAddress(value),
        PersonalData.InText => MaskText(value),
        _ => value,
    };

    /// <summary>Masks every e-mail address, identity-card number and telephone number inside a text; names and addresses inside a text are not found.</summary>
    public static string MaskText(string text)
    {
        if (!PersonalPatterns.MayHold(text))
            return text;
        text = PersonalPatterns.Email().Replace(text, match => MaskEmail(match.Value));
        text = PersonalPatterns.NationalId().Replace(text, match => ChineseIdNumber.IsValid(match.ValueSpan) ? MaskId(match.Value) : match.Value);
        return PersonalPatterns.Phone().Replace(text, match => MaskPhone(match.Value));
    }

    /// <summary>Keeps a country code, the first three and the last four digits; of short numbers only the last two.</summary>
    private static string MaskPhone(string value)
    {
        string digits = string.Concat(value.Where(char.IsAsciiDigit));
        if (digits.Length < 11)
            return digits.Length < 7 ? Hidden : Hidden + digits[^2..];
        string country = digits.Length > 11 ? (value.StartsWith('+') ? "+" : "") + digits[..^11] + " " : "";
        return country + digits[^11..^8] + Hidden + digits[^4..];
    }

    /// <summary>Keeps the first three and the last four characters, so that neither region, date of birth nor sequence is whole.</summary>
    private static string MaskId(string value) =>
        value.Length < 15 ? value[..1] + Hidden : value[..3] + new string('*', value.Length - 7) + value[^4..];

    private static string MaskEmail(string value)
    {
        int at = value.LastIndexOf('@');
        return at < 1 ? Hidden : value[0] + "***" + value[at..];
    }

    private static string MaskName(string value) => char.IsAscii(value[0]) ? value[0] + "***" : FirstCharacter(value) + "**";

    private static string FirstCharacter(string value) => char.IsSurrogatePair(value, 0) ? value[..2] : value[..1];

    /// <summary>Keeps province and city, which analyses by region need and which point to nobody.</summary>
    private static string MaskAddress(string value)
    {
        Match region = PersonalPatterns.Region().Match(value);
        return region.Length == value.Length ? value : region.Value + Hidden;
    }
}
