using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace UserOps.Notebooks.Parameters;

/// <summary>Reads the text of a parameter by its type and writes it as C#. Numbers and dates are written the same way in every country.</summary>
internal static class ParameterLiteral
{
    private static readonly string[] TimeFormats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ssK"];

    /// <summary>The C# expression, or null when the text does not fit the type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="name">The type as it is written in the cell.</param>
    /// <param name="texts">One text; for an array one text an element, or a single text with commas.</param>
    public static string? TryWrite(ITypeSymbol type, string name, IReadOnlyList<string> texts) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => WriteArray(array, name, texts),
        _ when texts.Count != 1 => null,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable =>
            texts[0] is "" or "null" ? "null" : WriteOne(nullable.TypeArguments[0], name.TrimEnd('?'), texts[0]),
        _ => WriteOne(type, name.TrimEnd('?'), texts[0]),
    };

    /// <summary>What the type accepts, in words.</summary>
    public static string Expectation(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => $"give one value an element or one text with commas, each {Expectation(array.ElementType)}",
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => $"{Expectation(nullable.TypeArguments[0])}, or null",
        { TypeKind: TypeKind.Enum } => $"one of {string.Join(", ", MembersOf(type).Select(member => member.Name))}",
        { SpecialType: SpecialType.System_String } => "one text",
        { SpecialType: SpecialType.System_Boolean } => "true or false",
        { SpecialType: SpecialType.System_DateTime } => "a time such as 2024-03-01 or 2024-03-01T13:05",
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 } => "a whole number in its range",
        { SpecialType: >= SpecialType.System_Decimal and <= SpecialType.System_Double } => "a number such as 0.05",
        { Name: nameof(DateOnly) } => "a day such as 2024-03-01",
        { Name: nameof(TimeSpan) } => "a time span such as 7d, 12h, 30m or 01:30:00",
        _ => "a type that cannot be given from outside",
    };

    /// <summary>The names of an enumeration, or of the enumeration that an array or a nullable holds; empty for other types.</summary>
    public static IReadOnlyList<string> NamesOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => NamesOf(array.ElementType),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => NamesOf(nullable.TypeArguments[0]),
        { TypeKind: TypeKind.Enum } => [.. MembersOf(type).Select(member => member.Name)],
        _ => [],
    };

    /// <summary>The texts of the elements: one text with commas is several.</summary>
    public static IReadOnlyList<string> Elements(ITypeSymbol type, IReadOnlyList<string> texts) => type is IArrayTypeSymbol && texts is [var only]
        ? only.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        : texts;

    private static string? WriteArray(IArrayTypeSymbol array, string name, IReadOnlyList<string> texts)
    {
        string element = name.EndsWith("[]", StringComparison.Ordinal) ? name[..^2] : name;
        string?[] items = [.. Elements(array, texts).Select(part => TryWrite(array.ElementType, element, [part]))];
        return items.Contains(null) ? null : $"new {element}[] {{ {string.Join(", ", items)} }}";
    }

    private static string? WriteOne(ITypeSymbol type, string name, string text) => type.SpecialType switch
    {
        SpecialType.System_String => SymbolDisplay.FormatLiteral(text, quote: true),
        SpecialType.System_Boolean => bool.TryParse(text, out bool flag) ? flag ? "true" : "false" : null,
        SpecialType.System_SByte => WriteWhole<sbyte>(text, ""),
        SpecialType.System_Byte => WriteWhole<byte>(text, ""),
        SpecialType.System_Int16 => WriteWhole<short>(text, ""),
        SpecialType.System_UInt16 => WriteWhole<ushort>(text, ""),
        SpecialType.System_Int32 => WriteWhole<int>(text, ""),
        SpecialType.System_UInt32 => WriteWhole<uint>(text, "U"),
        SpecialType.System_Int64 => WriteWhole<long>(text, "L"),
        SpecialType.System_UInt64 => WriteWhole<ulong>(text, "UL"),
        SpecialType.System_Decimal => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal money) ? Invariant($"{money}M") : null,
        SpecialType.System_Single => WriteReal(text, "F"),
        SpecialType.System_Double => WriteReal(text, "D"),
        SpecialType.System_DateTime => WriteTime(text),
        _ when type.TypeKind == TypeKind.Enum => MembersOf(type).FirstOrDefault(member => member.Name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } member
            ? $"{name}.{member.Name}" : null,
        _ => type.ToDisplayString() switch
        {
            "System.DateOnly" => WriteDay(text),
            "System.TimeSpan" => WriteSpan(text),
            _ => null,
        },
    };

    private static string? WriteWhole<T>(string text, string suffix) where T : struct, System.Numerics.IBinaryInteger<T> =>
        T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Invariant($"{number}{suffix}") : null;

    private static string? WriteReal(string text, string suffix) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? Invariant($"{number:R}{suffix}") : null;

    private static string? WriteDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Invariant($"new System.DateOnly({day.Year}, {day.Month}, {day.Day})")
            : null;

    private static string? WriteTime(string text) =>
        DateTime.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time)
            ? Invariant($"new System.DateTime({time.Year}, {time.Month}, {time.Day}, {time.Hour}, {time.Minute}, {time.Second}, System.DateTimeKind.{time.Kind})")
            : null;

    private static string? WriteSpan(string text)
    {
        (string unit, long ticks)[] units = [("ms", TimeSpan.TicksPerMillisecond), ("d", TimeSpan.TicksPerDay), ("h", TimeSpan.TicksPerHour), ("m", TimeSpan.TicksPerMinute), ("s", TimeSpan.TicksPerSecond)];
        var (unit, ticks) = units.FirstOrDefault(unit => text.EndsWith(unit.unit, StringComparison.Ordinal));
        if (unit is not null && decimal.TryParse(text[..^unit.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out decimal amount))
            return Invariant($"new System.TimeSpan({(long)(amount * ticks)}L)");
        // A bare number would be read as days.
        return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span)
            ? Invariant($"new System.TimeSpan({span.Ticks}L)")
            : null;
    }

    private static IEnumerable<IFieldSymbol> MembersOf(ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
