using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Parameters;

namespace UserOps.Cli.Reporting;

/// <summary>A notebook as it was read, with what it declares.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Document">It itself.</param>
/// <param name="Declared">Its parameters.</param>
internal sealed record Notebook(string Path, NotebookDocument Document, IReadOnlyList<ParameterDeclaration> Declared)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The names of its parameters.</summary>
    public IReadOnlyList<string> Parameters { get; } = [.. Declared.Select(parameter => parameter.Name)];

    /// <exception cref="UserOps.Notebooks.NotebookException">The file is missing, cannot be read, or is no notebook.</exception>
    public static Notebook Load(string path)
    {
        var document = NotebookFile.Load(path);
        return new(path, document, ParameterCell.Describe(document, InBox.Assemblies, InBox.Usings));
    }
}
