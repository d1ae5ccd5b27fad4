using System.Collections;
using System.Globalization;
using System.Text.Json.Serialization;

namespace UserOps.Cli.SideBySide;

/// <summary>The value of a parameter on its way between processes: text with the name of its type, or a list.</summary>
/// <param name="Kind">The name of the type in <c>System</c>; null for null and for lists.</param>
/// <param name="Text">The value, the same in every country.</param>
/// <param name="Items">The elements of a list.</param>
internal sealed record PlainValue(string? Kind, string? Text, IReadOnlyList<PlainValue>? Items)
{
    public static PlainValue Of(object? value) => value switch
    {
        null => new(null, null, null),
        string text => new(nameof(String), text, null),
        DateTime or DateTimeOffset or DateOnly => new(value.GetType().Name, ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture), null),
        TimeSpan span => new(nameof(TimeSpan), span.ToString("c", CultureInfo.InvariantCulture), null),
        IEnumerable items => new(null, null, [.. items.Cast<object?>().Select(Of)]),
        _ => new(value.GetType().Name, Convert.ToString(value, CultureInfo.InvariantCulture), null),
    };

    /// <summary>The value again.</summary>
    [JsonIgnore]
    public object? Value => this switch
    {
        { Items: { } items } => items.Select(item => item.Value).ToArray(),
        { Kind: null } => null,
        { Kind: nameof(DateOnly) } => DateOnly.ParseExact(Text!, "O", CultureInfo.InvariantCulture),
        { Kind: nameof(DateTime) } => DateTime.ParseExact(Text!, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        { Kind: nameof(DateTimeOffset) } => DateTimeOffset.ParseExact(Text!, "O", CultureInfo.InvariantCulture),
        { Kind: nameof(TimeSpan) } => TimeSpan.ParseExact(Text!, "c", CultureInfo.InvariantCulture),
        _ => Convert.ChangeType(Text, Enum.Parse<TypeCode>(Kind), CultureInfo.InvariantCulture),
    };
}
