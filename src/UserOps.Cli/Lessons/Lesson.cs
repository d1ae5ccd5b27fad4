using UserOps.Notebooks.Documents;

namespace UserOps.Cli.Lessons;

/// <summary>A lesson as it was read.</summary>
/// <param name="Path">The notebook with the answers.</param>
/// <param name="Document">What it holds.</param>
internal sealed record Lesson(string Path, NotebookDocument Document)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The file beside a learner's copy that holds the checks.</summary>
    public string ChecksFile => Name + ".checks.csx";
}
