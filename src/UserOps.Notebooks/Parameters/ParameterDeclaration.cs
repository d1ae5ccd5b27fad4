using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UserOps.Notebooks.Parameters;

/// <summary>A variable that the cell tagged <c>parameters</c> declares.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="Default">The C# text of the value it is declared with; null without one.</param>
/// <param name="Description">The comment behind or above it; null without one.</param>
public sealed record ParameterDeclaration(string Name, string Type, string? Default, string? Description);

/// <summary>A declared parameter as the compiler knows it.</summary>
/// <param name="Declaration">What a reader sees of it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Syntax">Where it stands in its cell.</param>
internal sealed record DeclaredParameter(ParameterDeclaration Declaration, ITypeSymbol Type, VariableDeclaratorSyntax Syntax)
{
    public string Name => Declaration.Name;
}
