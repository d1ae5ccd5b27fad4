namespace UserOps.Notebooks.Documents;

/// <summary>A notebook that teaches: from one file, with the answers, come the copy for learners and the one that proves the answers.</summary>
/// <remarks>An exercise is a cell with a place for the answer; the model answer is the cell, or the cells, right behind it.</remarks>
public static class LessonDocument
{
    /// <summary>The tag of a cell in which the learner answers.</summary>
    public const string Exercise = "exercise";

    /// <summary>The tag of a model answer, code or text, which learners do not get.</summary>
    public const string Solution = "solution";

    /// <summary>The tag of the cell that defines what is asked and what is right.</summary>
    public const string HiddenTest = "hidden-test";

    /// <summary>The lesson without its solutions; the cell with the checks loads them from a file beside the copy.</summary>
    /// <param name="lesson">The lesson with its answers.</param>
    /// <param name="checksFile">The name of the file, see <see cref="ChecksOf"/>.</param>
    public static NotebookDocument ForLearners(NotebookDocument lesson, string checksFile) => Keep(lesson, (cell, _) => !cell.Is(Solution), cell =>
        cell.Is(HiddenTest) ? cell with { Source = $"#load \"{checksFile}\"" } : cell);

    /// <summary>The lesson as if every exercise had been solved: model answers in place of exercises.</summary>
    public static NotebookDocument WithAnswers(NotebookDocument lesson) => Keep(lesson, (cell, i) => !(cell.Is(Exercise) && IsAnswered(lesson, i)), cell => cell);

    /// <summary>The C# of the cells that define the checks.</summary>
    public static string ChecksOf(NotebookDocument lesson) => string.Join("\n\n", lesson.Cells.Where(cell => cell.Is(HiddenTest)).Select(cell => cell.Source)) + "\n";

    /// <summary>Whether the cell right behind this one is a model answer.</summary>
    public static bool IsAnswered(NotebookDocument lesson, int index) => index + 1 < lesson.Cells.Length && lesson.Cells[index + 1].Is(Solution);

    /// <summary>Whether a cell has a tag.</summary>
    public static bool Is(this NotebookCell cell, string tag) => cell.Tags.Contains(tag);

    private static NotebookDocument Keep(NotebookDocument lesson, Func<NotebookCell, int, bool> isKept, Func<NotebookCell, NotebookCell> change) =>
        lesson with { Cells = [.. lesson.Cells.Where(isKept).Select(change)] };
}
