using UserOps.Cli.Terminals;

namespace UserOps.Cli.Lessons;

/// <summary>Tries lessons on the data of several seeds, and tells what does not hold.</summary>
internal static class LessonProof
{
    public static async Task<int> RunAsync(IReadOnlyList<Lesson> lessons, IReadOnlyList<int> seeds, Terminal terminal, CancellationToken cancellation)
    {
        var verdicts = lessons.Select(lesson => new LessonVerdict(lesson.Name, null) { Problems = LessonRules.Broken(lesson.Document) }).Where(verdict => !verdict.Holds).ToList();
        var runnable = lessons.Where(lesson => verdicts.TrueForAll(verdict => verdict.Lesson != lesson.Name)).ToList();
        string folder = Directory.CreateTempSubdirectory("userops-lessons-").FullName;
        try
        {
            foreach (int seed in seeds.Distinct())
                verdicts.AddRange(await TryAsync(runnable, Path.Combine(folder, $"seed-{seed}"), seed, terminal, cancellation));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return Tell([.. verdicts.OrderBy(verdict => verdict.Lesson, StringComparer.Ordinal)], terminal);
    }

    private static async Task<List<LessonVerdict>> TryAsync(List<Lesson> lessons, string folder, int seed, Terminal terminal, CancellationToken cancellation)
    {
        var build = new LessonBuild(folder, seed);
        build.WriteData(cancellation);
        var verdicts = new List<LessonVerdict>();
        foreach (var lesson in lessons)
        {
            verdicts.Add(await LessonTrial.RunAsync(lesson, build, seed, cancellation));
            terminal.Messages.WriteLine($"{lesson.Name}, seed {seed}: {(verdicts[^1].Holds ? "holds" : "does not hold")}");
        }
        return verdicts;
    }

    private static int Tell(IReadOnlyList<LessonVerdict> verdicts, Terminal terminal)
    {
        terminal.Results.WriteLine(LessonVerdict.Table(verdicts));
        foreach (var verdict in verdicts)
            foreach (string problem in verdict.Problems)
                terminal.Messages.WriteLine($"{verdict.Lesson}{(verdict.Seed is { } seed ? $", seed {seed}" : "")}: {problem}");
        return verdicts.All(verdict => verdict.Holds) ? ExitCode.Ok : ExitCode.CellFailed;
    }
}
