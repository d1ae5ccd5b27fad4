namespace UserOps.Notebooks.Rendering;

/// <summary>Types as C# writes them.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Words = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(object)] = "object",
        [typeof(short)] = "short",
        [typeof(string)] = "string",
        [typeof(uint)] = "uint",
        [typeof(ulong)] = "ulong",
    };

    public static string Of(Type type) => Words.TryGetValue(type, out string? word) ? word
        : type.IsArray ? $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]"
        : Nullable.GetUnderlyingType(type) is { } inner ? Of(inner) + "?"
        : type.Name.Contains("AnonymousType", StringComparison.Ordinal) ? "(anonymous)"
        : !type.IsGenericType ? type.Name
        : type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal) ? $"({Listed(type)})"
        : $"{type.Name.Split('`')[0]}<{Listed(type)}>";

    private static string Listed(Type type) => string.Join(", ", type.GenericTypeArguments.Select(Of));
}
