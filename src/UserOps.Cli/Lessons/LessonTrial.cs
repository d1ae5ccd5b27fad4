using System.Collections.Immutable;
using UserOps.Lessons;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Reports;

namespace UserOps.Cli.Lessons;

/// <summary>Runs a lesson as two learners would: one who knows everything and one who knows nothing.</summary>
internal static class LessonTrial
{
    /// <summary>Behind the model answers: the questions must be without fault themselves.</summary>
    private static readonly NotebookCell Faults = new("csharp", "Check.Faults();");

    public static async Task<LessonVerdict> RunAsync(Lesson lesson, LessonBuild build, int seed, CancellationToken cancellation)
    {
        string copy = build.WriteCopy(lesson);
        var answers = build.WithAnswers(lesson);
        var solved = await NotebookRunner.RunAsync(answers with { Cells = answers.Cells.Add(Faults) }, build.Options, cancellation: cancellation);
        var untouched = await NotebookRunner.RunAsync(NotebookFile.Load(copy), build.Options, cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        var (right, open) = (ChecksIn(solved), ChecksIn(untouched));
        return new(lesson.Name, seed)
        {
            Questions = open.Select(check => check.Question).Distinct().Count(),
            Passed = right.Count(check => check.Outcome == CheckOutcome.Right),
            Failed = open.Count(check => check.Outcome != CheckOutcome.Right),
            Elapsed = solved.Elapsed + untouched.Elapsed,
            Problems =
            [
                .. Failure(solved, "with the model answers"), .. Failure(untouched, "without answers"),
                .. right.Where(check => check.Outcome == CheckOutcome.Faulty).Select(check => $"{check.Question}: {check.Message}"),
                .. right.Where(check => check.Outcome is CheckOutcome.Wrong or CheckOutcome.Unanswered).Select(check => $"{check.Question}: the model answer does not pass: {check.Message}"),
                .. open.Select(check => check.Question).Except(right.Select(check => check.Question)).Select(question => $"{question}: no model answer was checked."),
                .. open.Where(check => check.Outcome == CheckOutcome.Right).Select(check => $"{check.Question}: the exercise passes before anything was answered."),
            ],
        };
    }

    private static IEnumerable<string> Failure(NotebookRun run, string how) =>
        run.Succeeded ? [] : [$"Cell {FailureText.Cell(run)} fails {how}: {FailureText.Reason(run)}"];

    private static ImmutableArray<CheckResult> ChecksIn(NotebookRun run) =>
        [.. run.Executed.Cells.SelectMany(cell => cell.Outputs).Select(NotebookReport.BundleOf).Select(bundle => bundle?[CheckResult.MimeType]).OfType<string>().Select(CheckResult.FromJson)];
}
