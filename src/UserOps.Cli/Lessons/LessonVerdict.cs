using UserOps.Display;

namespace UserOps.Cli.Lessons;

/// <summary>How a lesson stood the test with the data of one seed.</summary>
/// <param name="Lesson">The lesson's name.</param>
/// <param name="Seed">The seed of the data; null where it was not run.</param>
internal sealed record LessonVerdict(string Lesson, int? Seed)
{
    public int Questions { get; init; }
    public int Passed { get; init; }
    public int Failed { get; init; }
    public TimeSpan Elapsed { get; init; }

    /// <summary>What does not hold, one sentence each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    public bool Holds => Problems.Count == 0;

    /// <summary>All verdicts as one table.</summary>
    public static Table Table(IEnumerable<LessonVerdict> verdicts) => new("Lessons", [
            new("lesson", Format.Text), new("seed", Format.Plain), new("questions", Format.Count), new("model answers right", Format.Count),
            new("stubs not right", Format.Count), new("time", Format.Text), new("holds", Format.Flag),
        ],
        verdicts.Select(verdict => (IReadOnlyList<object?>)[verdict.Lesson, verdict.Seed, verdict.Questions, verdict.Passed, verdict.Failed, Reporting.Duration.Write(verdict.Elapsed), verdict.Holds]));
}
