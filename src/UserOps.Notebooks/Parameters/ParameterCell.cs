using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Notebooks.Magics;
using UserOps.Notebooks.Scripting;

namespace UserOps.Notebooks.Parameters;

/// <summary>The cell tagged <c>parameters</c>: C# variables that a caller may set before a notebook runs.</summary>
/// <remarks>In a <c>.dib</c> file, which has no tags, it is the cell whose first line is the comment <c>// parameters</c>.</remarks>
public static class ParameterCell
{
    /// <summary>The tag that marks the cell.</summary>
    public const string Tag = "parameters";

    /// <summary>The parameters in order of declaration; empty when no cell has the tag.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="inBox">Assemblies whose types the parameters may have.</param>
    /// <param name="usings">Namespaces imported besides the engine's own.</param>
    public static IReadOnlyList<ParameterDeclaration> Describe(
        NotebookDocument document, IReadOnlyList<Assembly>? inBox = null, IReadOnlyList<string>? usings = null) =>
        [.. Read(document, inBox ?? [], usings ?? []).Select(parameter => parameter.Declaration)];

    internal static IReadOnlyList<DeclaredParameter> Read(NotebookDocument document, IReadOnlyList<Assembly> inBox, IReadOnlyList<string> usings) =>
        IndexIn(document) is >= 0 and var index ? Read(document.Cells, index, new(new(inBox), usings)) : [];

    /// <summary>What does not fit of the values given for the parameters, one sentence each; empty when a run can start.</summary>
    public static IReadOnlyList<string> Check(NotebookDocument document, RunOptions options)
    {
        try
        {
            Set(document, options);
            return [];
        }
        catch (NotebookException problem)
        {
            return problem.Problems;
        }
    }

    /// <summary>The notebook with the values given for its parameters written into the cell.</summary>
    /// <exception cref="NotebookException">A name is unknown, a value does not fit its type, or a file is missing; all of them are listed.</exception>
    public static NotebookDocument Set(NotebookDocument document, RunOptions options) =>
        ParameterOverrides.Apply(document, Read(document, options.InBox, options.Usings), options);

    /// <summary>The notebook with the values given for these parameters; all others stay as they are, whether required or not.</summary>
    /// <exception cref="NotebookException">A name is unknown, a value does not fit its type, or a file is missing; all of them are listed.</exception>
    public static NotebookDocument SetOnly(IReadOnlyCollection<string> names, NotebookDocument document, RunOptions options) =>
        ParameterOverrides.Apply(document, [.. Read(document, options.InBox, options.Usings).Select(parameter => names.Contains(parameter.Name) ? parameter : parameter.AsOptional())], options);

    /// <summary>The place of the cell, −1 when there is none.</summary>
    public static int IndexIn(NotebookDocument document) =>
        document.Cells.IndexOf(document.Cells.FirstOrDefault(cell => cell.Language == "csharp" && cell.Tags.Contains(Tag))!);

    private static List<DeclaredParameter> Read(ImmutableArray<NotebookCell> cells, int index, ScriptCompiler compiler)
    {
        // Earlier cells may import or declare the types of the parameters.
        foreach (var cell in cells.Take(index).Where(cell => cell.Language == "csharp"))
            compiler.Accept(compiler.Bind(CellParser.CodeOf(cell.Source), "", default));
        var compilation = compiler.Bind(CellParser.CodeOf(cells[index].Source), "", default);
        var tree = compilation.SyntaxTrees[0];
        var model = compilation.GetSemanticModel(tree);
        return [.. from field in ((CompilationUnitSyntax)tree.GetRoot()).Members.OfType<FieldDeclarationSyntax>()
                   from variable in field.Declaration.Variables
                   select Declare(field, variable, model)];
    }

    private static DeclaredParameter Declare(FieldDeclarationSyntax field, VariableDeclaratorSyntax variable, SemanticModel model)
    {
        var type = ((IFieldSymbol)model.GetDeclaredSymbol(variable)!).Type;
        string name = type.TypeKind == TypeKind.Error ? field.Declaration.Type.ToString() : type.ToMinimalDisplayString(model, variable.SpanStart);
        var plain = new ParameterDeclaration(variable.Identifier.ValueText, name, variable.Initializer?.Value.ToString(), null)
        {
            DefaultTexts = ParameterConstant.TextsOf(variable.Initializer?.Value),
        };
        var declaration = ParameterComment.Apply(plain, Comment(field));
        return new(declaration.Choices.Count > 0 ? declaration : declaration with { Choices = ParameterLiteral.NamesOf(type) }, type, variable);
    }

    /// <summary>The comment behind the declaration, at the end of its first line, or on the line right above it.</summary>
    private static string? Comment(FieldDeclarationSyntax field)
    {
        string? above = field.GetLeadingTrivia().ToFullString().Split('\n').SkipLast(1).LastOrDefault()?.Trim();
        string? text = CommentIn(field.GetTrailingTrivia()) ?? CommentIn(field.DescendantTrivia().SkipWhile(trivia => trivia.SpanStart < field.SpanStart))
            ?? (above is not null && IsComment(above) && !ContractLine.IsOne(above) ? above : null);
        return text?.TrimStart('/').Trim() is { } words && !words.Equals(Tag, StringComparison.OrdinalIgnoreCase) ? words : null;
    }

    private static string? CommentIn(IEnumerable<SyntaxTrivia> trivia) => trivia.Select(piece => piece.ToString()).FirstOrDefault(IsComment);

    private static bool IsComment(string text) => text.StartsWith("//", StringComparison.Ordinal);
}
