using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UserOps.Notebooks.Parameters;

/// <summary>A variable that the cell tagged <c>parameters</c> declares.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="Default">The C# text of the value it is declared with; null without one.</param>
/// <param name="Description">The comment behind or above it, without the rules that it begins with; null without one.</param>
public sealed record ParameterDeclaration(string Name, string Type, string? Default, string? Description)
{
    /// <summary>Whether a caller must give it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether nobody may see its value: it comes from an environment variable, see <see cref="SecretParameter"/>.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The numbers that it, or each of its elements, may be; null without limits.</summary>
    public ParameterRange? Range { get; init; }

    /// <summary>The words that it, or each of its elements, may be; empty where any will do.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The value it is declared with as a caller would write it, one text an element; null where it is no constant.</summary>
    public IReadOnlyList<string>? DefaultTexts { get; init; }
}

/// <summary>The numbers that a parameter may be.</summary>
/// <param name="Least">The smallest, null without one.</param>
/// <param name="Most">The largest, null without one.</param>
public sealed record ParameterRange(double? Least, double? Most)
{
    /// <summary>Whether the number lies in the range.</summary>
    public bool Contains(double number) => !(number < Least) && !(number > Most) && !double.IsNaN(number);

    /// <summary>The range in words.</summary>
    public override string ToString() => this switch
    {
        { Least: { } least, Most: { } most } => FormattableString.Invariant($"from {least} to {most}"),
        { Least: { } least } => FormattableString.Invariant($"{least} or more"),
        { Most: { } most } => FormattableString.Invariant($"{most} or less"),
        _ => "any number",
    };
}

/// <summary>A declared parameter as the compiler knows it.</summary>
/// <param name="Declaration">What a reader sees of it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Syntax">Where it stands in its cell.</param>
internal sealed record DeclaredParameter(ParameterDeclaration Declaration, ITypeSymbol Type, VariableDeclaratorSyntax Syntax)
{
    public string Name => Declaration.Name;

    /// <summary>The same parameter, which nobody must give.</summary>
    public DeclaredParameter AsOptional() => this with { Declaration = Declaration with { IsRequired = false, IsSecret = false } };
}
