using UserOps.Notebooks.Documents;

namespace UserOps.Cli.Tests.Lessons;

public class LessonCommandTests
{
    private const string Defined = """var lesson = Check.Lesson(); lesson.Question("q1", "Count.", () => Dataset.Open(data).Users.Count).Mistake(() => 0, "Nobody?");""";

    [Fact]
    public async Task A_lesson_whose_answers_pass_and_whose_stubs_do_not_holds()
    {
        using var work = new Workplace();
        var ended = await Cli.RunAsync("lesson", "test", Lesson(work, Defined, """int? q1 = null; Check.That("q1", q1)""", """int? q1 = Dataset.Open(data).Users.Count; Check.That("q1", q1)"""));
        Assert.True(ended.Code == 0, ended.Messages);
        Assert.Contains("mine, seed 11: holds", ended.Messages, StringComparison.Ordinal);
        Assert.Contains("stubs not right", ended.Results, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""int? q1 = null; Check.That("q1", q1)""", """int? q1 = 3; Check.That("q1", q1)""", "q1: the model answer does not pass: Not yet. The answer is another one.")]
    [InlineData("""int? q1 = Dataset.Open(data).Users.Count; Check.That("q1", q1)""", """Check.That("q1", Dataset.Open(data).Users.Count)""", "q1: the exercise passes before anything was answered.")]
    [InlineData("""Check.That("q1", unknown)""", """Check.That("q1", Dataset.Open(data).Users.Count)""", "fails without answers: ")]
    public async Task What_does_not_hold_is_named_and_ends_with_1(string exercise, string solution, string problem)
    {
        using var work = new Workplace();
        var ended = await Cli.RunAsync("lesson", "test", Lesson(work, Defined, exercise, solution));
        Assert.Equal(1, ended.Code);
        Assert.Contains(problem, ended.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misconception_that_is_right_with_some_data_is_named()
    {
        using var work = new Workplace();
        var ended = await Cli.RunAsync("lesson", "test", Lesson(work,
            """var lesson = Check.Lesson(); lesson.Question("q1", "", () => 5).Mistake(() => 2 + 3, "You added.");""", """int? q1 = null; Check.That("q1", q1)""", """Check.That("q1", 5)"""));
        Assert.Equal(1, ended.Code);
        Assert.Contains("The misconception “You added.” is answered with “Right.”", ended.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_learner_gets_copies_checks_and_data_of_their_own_and_they_run()
    {
        using var work = new Workplace();
        string lesson = Lesson(work, Defined, """int? q1 = null; Check.That("q1", q1)""", """int? q1 = Dataset.Open(data).Users.Count; Check.That("q1", q1)""");
        var ended = await Cli.RunAsync("lesson", "build", lesson, "--out", "class/ana", "--seed", "23");
        Assert.True(ended.Code == 0, ended.Messages);
        Assert.Equal(Path.Combine("class/ana", "mine.ipynb"), ended.Results.Trim());
        string copy = File.ReadAllText(work["class/ana/mine.ipynb"]);
        Assert.DoesNotContain("Users.Count", copy, StringComparison.Ordinal);
        Assert.DoesNotContain("solution", copy, StringComparison.Ordinal);
        Assert.Contains("\\\"shop\\\"", copy, StringComparison.Ordinal);
        Assert.False(File.Exists(work["class/ana/shop/truth.json"]));
        Assert.Contains("\"seed\": 23", File.ReadAllText(work["class/ana.truth.json"]), StringComparison.Ordinal);
        Assert.Equal(0, (await Cli.RunAsync("report", work["class/ana/mine.ipynb"], "--out", "read")).Code);
        Assert.Contains("Not answered yet.", File.ReadAllText(work["read/mine.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_lesson_comes_into_the_same_folder_and_an_export_of_somebody_else_is_left_alone()
    {
        using var work = new Workplace();
        string lesson = Lesson(work, Defined, """Check.That("q1", null)""", """Check.That("q1", 1)""");
        Assert.Equal(0, (await Cli.RunAsync("lesson", "build", lesson, "--out", "class/ana", "--seed", "23")).Code);
        string users = File.ReadAllText(work["class/ana/shop/users.csv"]);
        File.Move(lesson, work["lessons/next.ipynb"]);
        var ended = await Cli.RunAsync("lesson", "build", work["lessons/next.ipynb"], "--out", "class/ana", "--seed", "23");
        Assert.True(ended.Code == 0, ended.Messages);
        Assert.Equal(users, File.ReadAllText(work["class/ana/shop/users.csv"]));
        Assert.False(File.Exists(work["class/ana/shop/truth.json"]));
        work.Write("own/shop/users.csv", "my own");
        Assert.Equal(2, (await Cli.RunAsync("lesson", "build", work["lessons/next.ipynb"], "--out", "own")).Code);
        Assert.Equal("my own", File.ReadAllText(work["own/shop/users.csv"]));
    }

    [Fact]
    public async Task What_lies_where_the_shop_was_is_never_written_over()
    {
        using var work = new Workplace();
        string lesson = Lesson(work, Defined, """Check.That("q1", null)""", """Check.That("q1", 1)""");
        Assert.Equal(0, (await Cli.RunAsync("lesson", "build", lesson, "--out", "class/ana", "--seed", "23")).Code);
        File.Move(lesson, work["lessons/next.ipynb"]);
        work.Write("class/ana/shop/users.csv", "my own");
        Assert.Equal(0, (await Cli.RunAsync("lesson", "build", work["lessons/next.ipynb"], "--out", "class/ana", "--seed", "23")).Code);
        File.Delete(work["class/ana/next.ipynb"]);
        var other = await Cli.RunAsync("lesson", "build", work["lessons/next.ipynb"], "--out", "class/ana", "--seed", "24");
        Assert.Equal(2, other.Code);
        Assert.Contains("was made with --seed 23", other.Messages, StringComparison.Ordinal);
        Assert.Equal("my own", File.ReadAllText(work["class/ana/shop/users.csv"]));
        Assert.Equal(["shop"], Directory.GetDirectories(work["class/ana"]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_lesson_is_tested_on_the_seeds_that_are_named_and_what_they_do_not_show_is_told()
    {
        using var work = new Workplace();
        string lesson = Lesson(work, Defined + """ lesson.Shows("There are buyers.", () => Dataset.Open(data).Users.Count < 0);""",
            """int? q1 = null; Check.That("q1", q1)""", """Check.That("q1", Dataset.Open(data).Users.Count)""");
        var ended = await Cli.RunAsync("lesson", "test", lesson, "--seed", "5", "--seed", "6");
        Assert.Equal(1, ended.Code);
        Assert.Contains("mine, seed 5: text: These data do not show it: “There are buyers.”", ended.Messages, StringComparison.Ordinal);
        Assert.Contains("mine, seed 6: does not hold", ended.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("seed 11", ended.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_is_never_written_over_its_lesson()
    {
        using var work = new Workplace();
        string lesson = Lesson(work, Defined, """Check.That("q1", null)""", """Check.That("q1", 1)"""), before = File.ReadAllText(lesson);
        var ended = await Cli.RunAsync("lesson", "build", lesson, "--out", work.Root + "/lessons");
        Assert.Equal(2, ended.Code);
        Assert.Contains("its answers would be lost", ended.Messages, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(lesson));
    }

    [Fact]
    public async Task What_a_learner_has_done_in_a_copy_is_never_lost()
    {
        using var work = new Workplace();
        string lesson = Lesson(work, Defined, """Check.That("q1", null)""", """Check.That("q1", 1)""");
        work.Write("class/mine.ipynb", "a week of work");
        var ended = await Cli.RunAsync("lesson", "build", lesson, "--out", "class");
        Assert.Equal(2, ended.Code);
        Assert.Contains("a learner may have worked in it", ended.Messages, StringComparison.Ordinal);
        Assert.Equal("a week of work", File.ReadAllText(work["class/mine.ipynb"]));
        Assert.False(Directory.Exists(work["class/shop"]));
    }

    [Fact]
    public async Task A_lesson_that_is_not_there_is_told_with_the_nearest_name()
    {
        using var work = new Workplace();
        work.Write("notebooks/lessons/l3-retention.ipynb", "{}");
        var ended = await Cli.RunAsync("lesson", "build", "l3-retenton", "l3", "l9");
        Assert.Equal(2, ended.Code);
        Assert.Contains("There is no lesson 'l3-retenton'. Did you mean 'l3-retention'?", ended.Messages, StringComparison.Ordinal);
        Assert.Contains("There is no lesson 'l3'. Did you mean 'l3-retention'?", ended.Messages, StringComparison.Ordinal);
        Assert.Contains("There is no lesson 'l9'. There are: l3-retention.", ended.Messages, StringComparison.Ordinal);
    }

    /// <summary>A lesson of one exercise, named <c>mine</c>.</summary>
    private static string Lesson(Workplace work, string checks, string exercise, string solution)
    {
        NotebookDocument document = new(
        [
            new("csharp", "string data = \"shop\";") { Tags = ["parameters"] },
            new("csharp", checks) { Tags = [LessonDocument.HiddenTest] },
            new("csharp", exercise) { Tags = [LessonDocument.Exercise] },
            new("csharp", solution) { Tags = [LessonDocument.Solution] },
        ]);
        Directory.CreateDirectory(work["lessons"]);
        NotebookFile.Save(document, work["lessons/mine.ipynb"]);
        return work["lessons/mine.ipynb"];
    }
}
