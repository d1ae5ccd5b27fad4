using System.Globalization;

namespace UserOps.Data.Privacy;

/// <summary>Citizen identification numbers 居民身份证号: 17 digits with the date of birth inside, and a check character.</summary>
/// <remarks>GB 11643-1999; the check character is ISO 7064 MOD 11-2.</remarks>
internal static class ChineseIdNumber
{
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Whether the text is a number with a possible region, a date of birth and the right check character.</summary>
    public static bool IsValid(ReadOnlySpan<char> text) =>
        text.Length == 18 && text[0] is >= '1' and <= '9' && !text[..17].ContainsAnyExceptInRange('0', '9')
        && HasDate(text[6..14]) && char.ToUpperInvariant(text[17]) == CheckCharacter(text);

    private static bool HasDate(ReadOnlySpan<char> digits) =>
        DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) && born.Year is >= 1850 and <= 2100;

    private static char CheckCharacter(ReadOnlySpan<char> text)
    {
        int sum = 0;
        for (int i = 0; i < Weights.Length; i++)
            sum += (text[i] - '0') * Weights[i];
        return CheckCharacters[sum % 11];
    }
}
