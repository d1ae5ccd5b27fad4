using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using UserOps.Notebooks.Execution;

namespace UserOps.Notebooks.Magics;

/// <summary>Values that directives bring into C#.</summary>
internal static class SharedValue
{
    /// <summary>Whether a variable can have the name.</summary>
    public static bool IsName(string? name) => name is not null && SyntaxFacts.IsValidIdentifier(name);

    /// <summary>The C# that declares the variable with the value, a text or a password.</summary>
    public static string Declare(string name, object value) => $"var {name} = {Handover.Leave(value)};";

    /// <summary>The C# that declares the variable with a JSON number, flag or text, or else the words as they are.</summary>
    public static string DeclareLiteral(string name, string text) => text switch
    {
        "true" or "false" => $"var {name} = {text};",
        _ when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => $"var {name} = {text};",
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            => string.Create(CultureInfo.InvariantCulture, $"var {name} = {number:R}D;"),
        _ => Declare(name, text),
    };
}
