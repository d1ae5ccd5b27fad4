using System.CommandLine;
using UserOps.Cli.Lessons;
using UserOps.Cli.Terminals;
using UserOps.Samples;

namespace UserOps.Cli.Commands;

/// <summary><c>userops lesson</c>: copies of the lessons for learners, and the proof that their checks hold.</summary>
internal static class LessonCommand
{
    private static readonly Argument<string[]> Lessons = new("lesson")
    {
        Description = "Lessons by name or path; all of the folder 'notebooks/lessons' when none is named.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "The folder for the copies, their checks and the data; one a learner.",
        HelpName = "folder",
        DefaultValueFactory = _ => "lessons",
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "The seed of the data: another one gives a learner other numbers, and the checks hold all the same.",
        HelpName = "number",
        DefaultValueFactory = _ => new ShopOptions().Seed,
    };

    private static readonly Option<int[]> Seeds = new("--seed")
    {
        Description = "A seed to test with; give it several times for several. Without it the seed of the sample and one more.",
        HelpName = "number",
        DefaultValueFactory = _ => [new ShopOptions().Seed, 11],
    };

    public static Command Make(Terminal terminal)
    {
        var command = new Command("lesson", "Make copies of the lessons for learners, or prove that their checks hold.") { Build(terminal), Test(terminal) };
        Examples.Add(command, "userops lesson build --out class/ana --seed 11", "userops lesson test");
        command.SetAction(parsed => new Examples.HelpWithExamples().Invoke(parsed));
        return command;
    }

    private static Command Build(Terminal terminal)
    {
        var command = new Command("build", "Write copies without solutions, the checks that they load, and the data that they run on. What was planted in the data is written beside the folder, not into it.") { Lessons, Out, Seed };
        Examples.Add(command, "userops lesson build --out class", "userops lesson build l3-retention --out class/ana --seed 11");
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var build = new LessonBuild(parsed.GetRequiredValue(Out), parsed.GetValue(Seed));
            var lessons = LessonFinder.Find(parsed.GetValue(Lessons) ?? []);
            build.CheckFolder(lessons);
            build.WriteData(cancellation);
            foreach (var lesson in lessons)
                terminal.Results.WriteLine(build.WriteCopy(lesson));
            return ExitCode.Ok;
        }, CancellationToken.None));
        return command;
    }

    private static Command Test(Terminal terminal)
    {
        var command = new Command("test", "Run every lesson with its model answers, which must pass, and with empty answers, which must not, on the data of two seeds or of those you name.") { Lessons, Seeds };
        Examples.Add(command, "userops lesson test", "userops lesson test l3-retention --seed 11 --seed 12", "userops lesson test my-lessons/pricing.ipynb");
        command.SetAction((parsed, cancellation) => LessonProof.RunAsync(LessonFinder.Find(parsed.GetValue(Lessons) ?? []), parsed.GetValue(Seeds) ?? [], terminal, cancellation));
        return command;
    }
}
