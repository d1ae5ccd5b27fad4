using UserOps.Cli.Lessons;
using UserOps.Notebooks.Documents;

namespace UserOps.Cli.Tests.Lessons;

public class LessonRulesTests
{
    private static readonly NotebookCell Checks = new("csharp", "var lesson = Check.Lesson();\nlesson.Question(\"q1\", \"\", () => 1);") { Tags = ["hidden-test"] };
    private static readonly NotebookCell Exercise = new("csharp", "int? q1 = null;\nCheck.That(\"q1\", q1)") { Tags = ["exercise"] };
    private static readonly NotebookCell Solution = new("csharp", "Check.That(\"q1\", 1)") { Tags = ["solution"] };

    [Fact]
    public void A_whole_lesson_breaks_nothing() => Assert.Empty(Broken(Checks, Exercise, Solution, new("markdown", "Why.") { Tags = ["solution"] }));

    [Fact]
    public void A_lesson_without_exercises_is_named() => Assert.Contains(Broken(Checks), problem => problem.Contains("nothing to do for the learner", StringComparison.Ordinal));

    [Fact]
    public void A_solution_without_a_check_is_named() =>
        Assert.Contains("Cell 3, tagged 'solution', checks nothing: end it with Check.That(\"…\", answer).", Broken(Checks, Exercise, Solution with { Source = "int q1 = 1;" }));

    [Fact]
    public void An_exercise_without_a_model_answer_is_named() =>
        Assert.Contains("Cell 2, tagged 'exercise', has no model answer: put a cell tagged 'solution' right behind it.", Broken(Checks, Exercise));

    [Fact]
    public void A_solution_behind_no_exercise_is_named() =>
        Assert.Contains("Cell 2, tagged 'solution', stands behind no exercise.", Broken(Checks, Solution, Exercise, Solution));

    [Fact]
    public void Two_questions_of_one_name_are_named() =>
        Assert.Contains("The question 'q1' is defined twice.", Broken(Checks with { Source = Checks.Source + "\nlesson.Question(\"q1\", \"\", () => 2);" }, Exercise, Solution));

    [Fact]
    public void A_question_that_nobody_asks_is_named() =>
        Assert.Contains("The question 'q2' is defined, and no exercise checks it.", Broken(Checks with { Source = Checks.Source + "\nlesson.Question(\"q2\", \"\", () => 2);" }, Exercise, Solution));

    [Fact]
    public void A_check_of_a_question_that_is_not_defined_is_named_with_the_nearest() =>
        Assert.Contains("'q12' is checked, and no question of this name is defined. Did you mean 'q1'?", Broken(Checks, Exercise with { Source = "Check.That(\"q12\", null)" }, Solution));

    [Fact]
    public void An_unknown_tag_is_named_with_the_nearest() => Assert.Contains(
        "The tag 'exercize' is not known; lessons have parameters, exercise, solution, hidden-test. Did you mean 'exercise'?", Broken(Checks, Exercise with { Tags = ["exercize"] }, Exercise, Solution));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void One_cell_defines_the_questions(int count) => Assert.Contains(
        $"{count} cells are tagged 'hidden-test'; one is needed, which defines all questions.", Broken([.. Enumerable.Repeat(Checks, count), Exercise, Solution]));

    private static IReadOnlyList<string> Broken(params NotebookCell[] cells) => LessonRules.Broken(new([.. cells]));
}
