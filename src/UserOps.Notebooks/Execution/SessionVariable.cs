using UserOps.Display;
using UserOps.Notebooks.Rendering;
using UserOps.Notebooks.Scripting;

namespace UserOps.Notebooks.Execution;

/// <summary>A variable of a session, for people to read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as C# writes it, without namespaces.</param>
/// <param name="Text">Its value in one line of at most a hundred characters.</param>
public sealed record SessionVariable(string Name, string Type, string Text)
{
    private const int Longest = 100;

    internal static SessionVariable Of(ScriptVariable variable) => new(variable.Name, TypeName(variable.Type), Short(variable.Value));

    private static string Short(object? value)
    {
        string text = ValueRenderer.Render(value)[MimeBundle.PlainText]!.ReplaceLineEndings(" ");
        return text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
    }

    private static string TypeName(Type type) =>
        type.IsArray ? $"{TypeName(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]"
        : Nullable.GetUnderlyingType(type) is { } value ? TypeName(value) + "?"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>"
        : System.Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum => type.Name,
            TypeCode.Int32 => "int",
            TypeCode.Int64 => "long",
            TypeCode.Double => "double",
            TypeCode.Boolean => "bool",
            TypeCode.String => "string",
            TypeCode.Decimal => "decimal",
            TypeCode.Char => "char",
            _ => type.Name,
        };
}
