using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UserOps.Notebooks.Scripting;

/// <summary>A cell that is being written, bound behind the cells that ran. Its places are those of the script, not of the cell.</summary>
internal sealed class CellDraft(ScriptCode script, CSharpCompilation compilation)
{
    public CSharpCompilation Compilation => compilation;

    public CompilationUnitSyntax Root { get; } = (CompilationUnitSyntax)compilation.SyntaxTrees[0].GetRoot();

    public SemanticModel Model { get; } = compilation.GetSemanticModel(compilation.SyntaxTrees[0]);

    /// <summary>Where a place of the cell is in the script.</summary>
    public int InScript(int position) => script.InScript(position);

    /// <summary>Where a place of the script is in the cell.</summary>
    public int InCell(int position) => script.InCell(position);
}
