using System.Globalization;
using System.Text.RegularExpressions;

namespace UserOps.Data.Privacy;

/// <summary>Recognises personal columns by name and content, and masks them.</summary>
internal static class PersonalColumns
{
    private const int SampleSize = 1000;

    /// <summary>Keys join tables: masked ones would join strangers. Ids of users are masked where they are shown.</summary>
    private static readonly HashSet<string> Keys = ["user_id", "referrer_id", "order_id", "product_id", "content_id", "campaign_id"];

    /// <summary>The table with its personal columns masked, and which ones they are.</summary>
    public static (TypedTable Table, IReadOnlyDictionary<string, PersonalData> Found) Mask(TypedTable table)
    {
        var found = new Dictionary<string, PersonalData>(StringComparer.Ordinal);
        Column[] columns = [.. table.Columns.Select(column => Keys.Contains(column.Name) ? column : Mask(column, found))];
        return (found.Count == 0 ? table : new(table.Name, columns), found);
    }

    /// <summary>Whether anything in the table would be masked, ids of users included.</summary>
    public static bool HoldsUnmasked(TypedTable table) => table.Columns.Any(column =>
        Keys.Contains(column.Name)
            ? column is TextColumn { Name: "user_id" or "referrer_id" } ids && ids.Words.Any(id => Masking.MaskText(id) != id)
            : !ReferenceEquals(Mask(column, []), column));

    /// <summary>Which personal data a column holds, by its name and a sample of its values.</summary>
    public static PersonalData Recognize(Column column) => column switch
    {
        TextColumn text => Recognize(text.Name, Sample(text.Words), text.Words.Length),
        NumberColumn number => Recognize(number.Name, [.. Sample(number.Values).Where(double.IsFinite).Select(Digits)], number.Length),
        _ => PersonalData.None,
    };

    /// <summary>Which personal data values under a heading are; the sample stands for all distinct values.</summary>
    public static PersonalData Recognize(string heading, IReadOnlyCollection<string> sample, int distinct)
    {
        if (sample.Count == 0)
            return PersonalData.None;
        var announced = PersonalHeadings.Read(heading);
        if (announced != PersonalData.None && Share(sample, value => Agrees(announced, value)) >= 0.3)
            return announced;
        return ByContent(sample, PersonalHeadings.MayBeName(heading), distinct);
    }

    private static PersonalData ByContent(IReadOnlyCollection<string> sample, bool mayBeName, int distinct)
    {
        if (Share(sample, value => IsWhole(PersonalPatterns.Email().Match(value), value)) >= 0.3)
            return PersonalData.Email;
        if (Share(sample, value => ChineseIdNumber.IsValid(value.Trim())) >= 0.3)
            return PersonalData.NationalId;
        if (Share(sample, value => IsWhole(PersonalPatterns.Phone().Match(value), value)) >= 0.5)
            return PersonalData.Phone;
        if (Share(sample, PersonalPatterns.Address().IsMatch) >= 0.5)
            return PersonalData.Address;
        if (distinct >= 20 && Share(sample, PersonalPatterns.ChineseName().IsMatch) >= 0.85)
            return PersonalData.PersonName;
        return mayBeName && Share(sample, value => PersonalPatterns.CapitalisedName().IsMatch(value) || PersonalPatterns.ChineseName().IsMatch(value)) >= 0.8
            ? PersonalData.PersonName : PersonalData.None;
    }

    /// <summary>Whether a value can be what its heading announces: a column <c>phone</c> of yes and no holds no numbers.</summary>
    private static bool Agrees(PersonalData announced, string value) => announced switch
    {
        PersonalData.Email => value.Contains('@'),
        PersonalData.Phone => value.Count(char.IsAsciiDigit) >= 7,
        PersonalData.NationalId => value.Length >= 6 && value.Any(char.IsAsciiDigit),
        PersonalData.Address => value.Length > 3 && value.Any(char.IsLetter),
        _ => value.Any(char.IsLetter),
    };

    private static Column Mask(Column column, Dictionary<string, PersonalData> found)
    {
        var kind = Recognize(column);
        if (kind == PersonalData.None && column is not TextColumn)
            return column;
        var text = column as TextColumn ?? AsText((NumberColumn)column);
        var masked = Mask(text, kind == PersonalData.None ? PersonalData.InText : kind);
        if (kind != PersonalData.None || !ReferenceEquals(masked, text))
            found.Add(column.Name, kind == PersonalData.None ? PersonalData.InText : kind);
        return masked;
    }

    private static TextColumn Mask(TextColumn column, PersonalData kind)
    {
        string[] masked = [.. column.Words.Select(word => Masking.Mask(kind, word))];
        if (masked.AsSpan().SequenceEqual(column.Words))
            return column;
        var distinct = TextColumn.From(column.Name, masked);
        return column with { Codes = [.. column.Codes.Select(code => code < 0 ? -1 : distinct.Codes[code])], Words = distinct.Words };
    }

    private static TextColumn AsText(NumberColumn column) =>
        TextColumn.From(column.Name, column.Values.Select(value => double.IsNaN(value) ? null : Digits(value)));

    private static string Digits(double value) => value.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>Evenly spaced values, so that a sorted column shows all of its parts.</summary>
    private static T[] Sample<T>(T[] values)
    {
        int count = Math.Min(values.Length, SampleSize);
        return [.. Enumerable.Range(0, count).Select(i => values[(long)i * values.Length / count])];
    }

    private static bool IsWhole(Match match, string value) => match.Success && match.Length == value.AsSpan().Trim().Length;

    private static double Share(IReadOnlyCollection<string> sample, Func<string, bool> matches) => (double)sample.Count(matches) / sample.Count;
}
