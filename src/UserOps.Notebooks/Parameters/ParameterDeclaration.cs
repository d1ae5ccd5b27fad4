using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UserOps.Notebooks.Parameters;

/// <summary>A variable that the cell tagged <c>parameters</c> declares.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="Default">The C# text of the value it is declared with; null without one.</param>
/// <param name="Description">The comment behind or above it; null without one.</param>
public sealed record ParameterDeclaration(string Name, string Type, string? Default, string? Description)
{
    /// <summary>Its type as the compiler knows it.</summary>
    internal required ITypeSymbol Symbol { get; init; }

    /// <summary>Where it stands in its cell.</summary>
    internal required VariableDeclaratorSyntax Syntax { get; init; }
}
