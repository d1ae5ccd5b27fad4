namespace Microsoft.DotNet.Interactive;

/// <summary>A formula in LaTeX, shown as <c>text/latex</c>.</summary>
public class LaTeXString
{
    private readonly string _code;

    /// <summary>Makes the formula; <c>$$…$$</c> around it sets it by itself.</summary>
    public LaTeXString(string latexCode)
    {
        ArgumentNullException.ThrowIfNull(latexCode);
        _code = latexCode;
    }

    /// <summary>Text as a formula.</summary>
    public static implicit operator LaTeXString(string source) => new(source);

    /// <summary>The LaTeX code.</summary>
    public override string ToString() => _code;
}
