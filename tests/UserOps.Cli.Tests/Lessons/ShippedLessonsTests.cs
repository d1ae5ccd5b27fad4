using UserOps.Cli.Lessons;
using UserOps.Notebooks.Documents;
using UserOps.Testing;

namespace UserOps.Cli.Tests.Lessons;

public class ShippedLessonsTests
{
    private static string Folder { get; } = Path.Combine(Repository.Root, "notebooks", "lessons");

    public static TheoryData<string> All => [.. Directory.GetFiles(Folder, "*.ipynb").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_eight_lessons_and_the_first_three_are_in_Chinese_too() => Assert.Equal(
        [.. Enumerable.Range(1, 8).Select(n => $"l{n}")], All.Select(row => row.Data).Where(name => !name.EndsWith("-zh", StringComparison.Ordinal)).Select(name => name[..2]));

    [Theory]
    [MemberData(nameof(All))]
    public void Every_lesson_keeps_the_rules_and_has_four_to_six_exercises_one_of_them_a_wrong_analysis(string name)
    {
        var lesson = NotebookFile.Load(Path.Combine(Folder, name + ".ipynb"));
        Assert.Empty(LessonRules.Broken(lesson));
        Assert.InRange(lesson.Cells.Count(cell => cell.Is(LessonDocument.Exercise)), 4, 6);
        string text = string.Join('\n', lesson.Cells.Where(cell => cell.IsMarkdown).Select(cell => cell.Source));
        bool isChinese = name.EndsWith("-zh", StringComparison.Ordinal);
        Assert.Contains(isChinese ? "找出错误" : "Find the mistake", text, StringComparison.Ordinal);
        Assert.Contains(isChinese ? "## 延伸阅读" : "## What to read next", text, StringComparison.Ordinal);
        Assert.All(lesson.Cells, cell => Assert.Empty(cell.Outputs));
    }

    [Fact]
    public void A_Chinese_edition_asks_the_same_questions_in_the_same_cells_of_code()
    {
        string[] chinese = [.. All.Select(row => row.Data).Where(name => name.EndsWith("-zh", StringComparison.Ordinal))];
        Assert.Equal(3, chinese.Length);
        Assert.All(chinese, name => Assert.Equal(Tags(name[..^3]), Tags(name)));
    }

    /// <summary>Most questions name what is usually done wrong; a hint that names a call of the library would be the answer.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void Every_question_names_a_misconception_and_no_hint_holds_code(string name)
    {
        string checks = LessonDocument.ChecksOf(NotebookFile.Load(Path.Combine(Folder, name + ".ipynb")));
        string[] questions = [.. checks.Split("lesson.Question(").Skip(1)];
        Assert.All(questions, question => Assert.Contains(".Mistake(", question, StringComparison.Ordinal));
        Assert.All(questions, question => Assert.DoesNotMatch("""^"q\d", "[^"]*(\(\)|=>|[a-z]\.[A-Z]|[a-z]\()""", question));
    }

    [SlowFact]
    public async Task Every_model_answer_passes_every_stub_fails_and_every_misconception_is_named_on_several_seeds()
    {
        string before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = Repository.Root;
        try
        {
            var ended = await Cli.RunAsync("lesson", "test", "--seed", "7", "--seed", "11", "--seed", "3", "--seed", "42");
            Assert.True(ended.Code == 0, ended.Messages);
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    private static IEnumerable<string> Tags(string name) =>
        NotebookFile.Load(Path.Combine(Folder, name + ".ipynb")).Cells.Where(cell => cell.IsCode || cell.Is(LessonDocument.Solution)).Select(cell => string.Join(' ', cell.Tags.Prepend(cell.Language)));
}
