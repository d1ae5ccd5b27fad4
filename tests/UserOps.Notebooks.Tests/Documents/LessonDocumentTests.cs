using UserOps.Notebooks.Documents;

namespace UserOps.Notebooks.Tests.Documents;

public class LessonDocumentTests
{
    private static readonly NotebookDocument Lesson = new(
    [
        new("markdown", "# Lesson"),
        new("csharp", "lesson.Question(\"q1\", \"\", () => 42);") { Tags = [LessonDocument.HiddenTest] },
        new("csharp", "int? q1 = null;") { Tags = [LessonDocument.Exercise] },
        new("csharp", "int? q1 = 42;") { Tags = [LessonDocument.Solution] },
        new("markdown", "Because 42.") { Tags = [LessonDocument.Solution] },
        new("csharp", "int? open = null;") { Tags = [LessonDocument.Exercise] },
    ]);

    [Fact]
    public void Learners_get_exercises_and_neither_solutions_nor_the_text_of_the_checks() => Assert.Equal(
        ["# Lesson", "#load \"l.checks.csx\"", "int? q1 = null;", "int? open = null;"], LessonDocument.ForLearners(Lesson, "l.checks.csx").Cells.Select(cell => cell.Source));

    [Fact]
    public void With_answers_solutions_stand_in_place_of_their_exercises() => Assert.Equal(
        ["# Lesson", "lesson.Question(\"q1\", \"\", () => 42);", "int? q1 = 42;", "Because 42.", "int? open = null;"], LessonDocument.WithAnswers(Lesson).Cells.Select(cell => cell.Source));

    [Fact]
    public void The_checks_are_the_hidden_cells() => Assert.Equal("lesson.Question(\"q1\", \"\", () => 42);\n", LessonDocument.ChecksOf(Lesson));

    [Fact]
    public void A_copy_read_from_a_file_keeps_the_other_cells_byte_for_byte()
    {
        string folder = Directory.CreateTempSubdirectory("userops-lesson-").FullName;
        try
        {
            string path = Path.Combine(folder, "l.ipynb"), copy = Path.Combine(folder, "copy.ipynb");
            NotebookFile.Save(Lesson, path);
            NotebookFile.Save(LessonDocument.ForLearners(NotebookFile.Load(path), "l.checks.csx"), copy);
            Assert.DoesNotContain("42", File.ReadAllText(copy), StringComparison.Ordinal);
            Assert.Equal(4, NotebookFile.Load(copy).Cells.Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
