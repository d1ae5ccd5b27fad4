using System.Collections;
using System.Globalization;
using System.Reflection;
using UserOps.Display;

namespace UserOps.Notebooks.Rendering;

/// <summary>A list of records as a table: one column for each property, the first rows, and how many there are.</summary>
internal static class RecordTable
{
    /// <summary>Rows that are shown.</summary>
    public const int RowLimit = 100;

    /// <summary>The table, or null when the items are not records of one type.</summary>
    public static Table? TryRead(IEnumerable items)
    {
        if (ElementType(items) is not { } type || Columns(type) is not { Count: > 0 } columns)
            return null;
        List<object?> rows = [.. items.Cast<object?>().Take(RowLimit + 1)];
        var tableColumns = columns.Select(column => new TableColumn(column.Name, FormatOf(column.Type)));
        return new(TitleOf(type), [.. tableColumns], rows.Take(RowLimit).Select(row => Values(row, columns)), Caption(items, rows.Count));
    }

    /// <summary>How a column of the type is printed: numbers as they are, since nobody said what they mean.</summary>
    public static Format FormatOf(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
    {
        _ when (Nullable.GetUnderlyingType(type) ?? type).IsEnum => Format.Text,
        >= TypeCode.SByte and <= TypeCode.Decimal => Format.Plain,
        TypeCode.Object when (Nullable.GetUnderlyingType(type) ?? type) == typeof(DateOnly) => Format.Date,
        _ => Format.Text,
    };

    /// <summary>How many rows there are when more than the limit; empty otherwise.</summary>
    public static string Caption(long? count, int read) => read <= RowLimit ? string.Create(CultureInfo.InvariantCulture, $"{read} rows")
        : count is { } all ? string.Create(CultureInfo.InvariantCulture, $"first {RowLimit} of {all:N0} rows")
        : string.Create(CultureInfo.InvariantCulture, $"first {RowLimit} rows; there are more");

    private static string Caption(IEnumerable items, int read) => Caption(CountOf(items), read);

    private static long? CountOf(IEnumerable items) =>
        items is ICollection collection ? collection.Count : items.GetType().GetProperty("Count")?.GetValue(items) as int?;

    private static Type? ElementType(IEnumerable items)
    {
        Type[] types = [.. items.GetType().GetInterfaces().Append(items.GetType())
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .Select(type => type.GenericTypeArguments[0])];
        return types.Length == 1 && IsRecord(types[0]) ? types[0] : null;
    }

    private static bool IsRecord(Type type) =>
        !type.IsPrimitive && !type.IsEnum && type != typeof(object) && !typeof(IEnumerable).IsAssignableFrom(type) && !typeof(IDisplayable).IsAssignableFrom(type)
        && !typeof(MemberInfo).IsAssignableFrom(type) && (type.Namespace != "System" || type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal))
        && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) && typeof(IEnumerable).IsAssignableFrom(type.GenericTypeArguments[1]));

    private static List<RecordColumn> Columns(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
            .DistinctBy(property => property.Name)
            .Select(property => new RecordColumn(property.Name, property.PropertyType, property.GetValue)),
        .. type.GetFields(BindingFlags.Public | BindingFlags.Instance).Select(field => new RecordColumn(field.Name, field.FieldType, field.GetValue)),
    ];

    private static object?[] Values(object? row, List<RecordColumn> columns) =>
        [.. columns.Select(column => row is null ? null : Shown(column.Read(row)))];

    /// <summary>What a cell of the table holds: a value that can be printed, or what kind of thing it is.</summary>
    public static object? Shown(object? value) => value switch
    {
        DateTime or DateTimeOffset or TimeOnly => ScalarText.Of((IFormattable)value),
        null or string or IFormattable or bool or char => value,
        ICollection items => $"[{items.Count}]",
        _ => value.ToString() is { } text && text != value.GetType().ToString() ? text : value.GetType().Name,
    };

    private static string TitleOf(Type type) => type.Name.Contains('<', StringComparison.Ordinal) || type.IsGenericType ? "" : type.Name;

    private sealed record RecordColumn(string Name, Type Type, Func<object, object?> Read);
}
