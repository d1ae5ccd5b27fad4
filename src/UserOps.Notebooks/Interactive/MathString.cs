namespace Microsoft.DotNet.Interactive;

/// <summary>A formula in LaTeX without its dollar signs, shown by itself.</summary>
/// <param name="latexCode">The code between the dollar signs.</param>
public sealed class MathString(string latexCode) : LaTeXString($"$${latexCode}$$")
{
    /// <summary>Text as a formula.</summary>
    public static implicit operator MathString(string source) => new(source);
}
