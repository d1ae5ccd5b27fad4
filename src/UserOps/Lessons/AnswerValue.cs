using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UserOps.Display;

namespace UserOps.Lessons;

/// <summary>The kinds of answer that questions ask for.</summary>
internal enum AnswerKind { Number, Text, Flag, Day, List, Map, Table, Other }

/// <summary>An answer in the form in which answers are compared: a closed set of kinds.</summary>
internal abstract partial record AnswerValue(AnswerKind Kind)
{
    /// <summary>The answer; null where there is none: null itself, or blank text.</summary>
    public static AnswerValue? Of(object? value) => value switch
    {
        null => null,
        string text => string.IsNullOrWhiteSpace(text) ? null : TextOf(text),
        bool flag => new Flag(flag),
        char or Enum => TextOf(value.ToString()!),
        DateOnly day => new Day(day.ToDateTime(TimeOnly.MinValue)),
        DateTime time => new Day(time),
        Metric metric => new Number(metric.Value, IsWhole: false),
        Table table => Cells.Of(table),
        AnalysisResult result => Cells.Of(result.ToTable()),
        IDictionary map => new Map(ByName(map.Keys.Cast<object>().Select(key => (Convert.ToString(key, CultureInfo.InvariantCulture)!, Of(map[key]))))),
        IEnumerable items => new Items([.. items.Cast<object?>().Select(Of)], !IsSet(value)),
        IConvertible number when number.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal =>
            new Number(number.ToDouble(CultureInfo.InvariantCulture), number.GetTypeCode() <= TypeCode.UInt64),
        _ => new Other(value.GetType().Name),
    };

    /// <summary>Whether the other can be held against this at all.</summary>
    public virtual bool IsComparableTo(AnswerValue given) => given.Kind == Kind;

    /// <summary>Whether the other, of the same kind, is this answer.</summary>
    /// <param name="given">The other.</param>
    /// <param name="tolerance">How far numbers may be off; null for the usual.</param>
    public abstract bool Matches(AnswerValue given, double? tolerance);

    /// <summary>Where the other, of the same kind, departs from this, without telling the answer; null where that would tell it.</summary>
    public virtual string? Difference(AnswerValue given, double? tolerance, CheckWords words) => null;

    protected static bool Same(AnswerValue? expected, AnswerValue? given, double? tolerance) =>
        expected is null ? given is null : given is not null && expected.IsComparableTo(given) && expected.Matches(given, tolerance);

    private static Text TextOf(string text) => new(Normal(text), LeadingLetter().Match(Upper(text)).Groups[1].Value);

    /// <summary>Values by name, whatever the case of the names; of names that are the same the last one counts.</summary>
    private static Dictionary<string, T> ByName<T>(IEnumerable<(string Name, T Value)> values)
    {
        var byName = new Dictionary<string, T>(EqualityComparer<string>.Create((one, other) => Normal(one!) == Normal(other!), name => Normal(name).GetHashCode(StringComparison.Ordinal)));
        foreach (var (name, value) in values)
            byName[name] = value;
        return byName;
    }

    /// <summary>Text without case and spaces; full-width forms are as good as others.</summary>
    private static string Normal(string text) => string.Concat(Upper(text).Where(c => !char.IsWhiteSpace(c)));

    private static string Upper(string text) => text.Normalize(NormalizationForm.FormKC).ToUpperInvariant();

    /// <summary>A letter that stands by itself, as in <c>B. Keep them</c>; not the first of several, as in <c>A or B</c>.</summary>
    [GeneratedRegex(@"^[(*\s]*([A-Z])(?=\s*$|[.):*]|\s+-\s|\p{Lo})(?!\s*[,/&、或和]|\s+(?:OR|AND)\b|[\s.):*-]*[A-Z](?:$|[.):*-]|\s+[A-Z](?:$|[\s.):*-])))")]
    private static partial Regex LeadingLetter();

    private static bool IsSet(object value) =>
        value.GetType().GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IReadOnlySet<>));
}
