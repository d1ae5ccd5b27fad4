using System.Text.RegularExpressions;
using UserOps.Display;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Parameters;

namespace UserOps.Cli.Lessons;

/// <summary>What a lesson must be before it is run: exercises with model answers, and a check for each of them.</summary>
internal static partial class LessonRules
{
    private static readonly string[] Tags = [ParameterCell.Tag, LessonDocument.Exercise, LessonDocument.Solution, LessonDocument.HiddenTest];

    /// <summary>What the lesson breaks, one sentence each.</summary>
    public static IReadOnlyList<string> Broken(NotebookDocument lesson) => [.. AboutTags(lesson), .. AboutExercises(lesson), .. AboutQuestions(lesson)];

    private static IEnumerable<string> AboutTags(NotebookDocument lesson)
    {
        foreach (string tag in lesson.Cells.SelectMany(cell => cell.Tags).Distinct().Except(Tags))
            yield return $"The tag '{tag}' is not known; lessons have {string.Join(", ", Tags)}.{NearestName.Suggest(tag, Tags)}";
        if (lesson.Cells.Count(cell => cell.Is(LessonDocument.HiddenTest)) is not 1 and var count)
            yield return $"{count} cells are tagged '{LessonDocument.HiddenTest}'; one is needed, which defines all questions.";
    }

    private static IEnumerable<string> AboutExercises(NotebookDocument lesson)
    {
        if (!lesson.Cells.Any(cell => cell.Is(LessonDocument.Exercise)))
            yield return $"No cell is tagged '{LessonDocument.Exercise}': there is nothing to do for the learner.";
        for (int i = 0; i < lesson.Cells.Length; i++)
        {
            var cell = lesson.Cells[i];
            string place = $"Cell {i + 1}, tagged '{(cell.Is(LessonDocument.Exercise) ? LessonDocument.Exercise : LessonDocument.Solution)}',";
            if (cell.Is(LessonDocument.Exercise) && !LessonDocument.IsAnswered(lesson, i))
                yield return $"{place} has no model answer: put a cell tagged '{LessonDocument.Solution}' right behind it.";
            if (cell.IsCode && (cell.Is(LessonDocument.Exercise) || cell.Is(LessonDocument.Solution)) && !Checked(cell).Any())
                yield return $"{place} checks nothing: end it with Check.That(\"…\", answer).";
            if (cell.Is(LessonDocument.Solution) && (i == 0 || !lesson.Cells[i - 1].Is(LessonDocument.Exercise) && !lesson.Cells[i - 1].Is(LessonDocument.Solution)))
                yield return $"{place} stands behind no exercise.";
        }
    }

    private static IEnumerable<string> AboutQuestions(NotebookDocument lesson)
    {
        string[] defined = [.. lesson.Cells.Where(cell => cell.Is(LessonDocument.HiddenTest)).SelectMany(cell => Names(Definition(), cell))];
        string[] asked = [.. Asked(lesson, LessonDocument.Exercise)];
        foreach (string name in defined.GroupBy(name => name).Where(names => names.Count() > 1).Select(names => names.Key))
            yield return $"The question '{name}' is defined twice.";
        foreach (string name in defined.Distinct().Except(asked))
            yield return $"The question '{name}' is defined, and no exercise checks it.";
        foreach (string name in defined.Distinct().Intersect(asked).Except(Asked(lesson, LessonDocument.Solution)))
            yield return $"The question '{name}' has an exercise, and no model answer checks it.";
        foreach (string name in lesson.Cells.SelectMany(Checked).Distinct().Except(defined))
            yield return $"'{name}' is checked, and no question of this name is defined.{NearestName.Suggest(name, defined)}";
    }

    private static IEnumerable<string> Asked(NotebookDocument lesson, string tag) => lesson.Cells.Where(cell => cell.Is(tag)).SelectMany(Checked);

    private static IEnumerable<string> Checked(NotebookCell cell) => cell.IsCode ? Names(Checking(), cell) : [];

    private static IEnumerable<string> Names(Regex call, NotebookCell cell) => call.Matches(cell.Source).Select(match => match.Groups[1].Value);

    [GeneratedRegex("""\bCheck\s*\.\s*That\s*\(\s*"([^"]+)""")]
    private static partial Regex Checking();

    [GeneratedRegex("""\.\s*Question\s*\(\s*"([^"]+)""")]
    private static partial Regex Definition();
}
