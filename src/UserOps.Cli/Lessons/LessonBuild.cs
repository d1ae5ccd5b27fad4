using System.Globalization;
using UserOps.Cli.Reporting;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Notebooks.Parameters;
using UserOps.Reports;
using UserOps.Samples;

namespace UserOps.Cli.Lessons;

/// <summary>A folder for a learner: copies of lessons without solutions, their checks, and a shop of the learner's own. What was planted in the shop lies beside the folder, for the trainer.</summary>
/// <param name="folder">The folder.</param>
/// <param name="seed">The seed of the shop: equal seeds give equal data, and the seed of the sample gives the sample.</param>
internal sealed class LessonBuild(string folder, int seed)
{
    private const string Shop = "shop";

    /// <summary>Writes the shop, and its truth beside the folder.</summary>
    public void WriteData(CancellationToken cancellation)
    {
        string shop = Path.Combine(folder, Shop), inside = Path.Combine(shop, ShopSample.TruthFile);
        string beside = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + "." + ShopSample.TruthFile;
        // A sample is known by its truth: without it an earlier shop could not be told from an export of somebody's own.
        if (File.Exists(beside) && Directory.Exists(shop))
            File.Move(beside, inside, overwrite: true);
        ShopSample.Write(shop, new() { Seed = seed }, cancellation: cancellation);
        File.Move(inside, beside, overwrite: true);
    }

    /// <summary>Refuses to write over work: the trainer's, or what a learner has done in an earlier copy.</summary>
    /// <exception cref="UserOpsException">A file is in the way; all of them are listed.</exception>
    public void CheckFolder(IEnumerable<Lesson> lessons)
    {
        var problems = new Problems();
        foreach (var lesson in lessons.Where(lesson => File.Exists(CopyOf(lesson))))
            problems.Add(Path.GetFullPath(CopyOf(lesson)) == lesson.Path
                ? $"The copy would be written over the lesson '{lesson.Path}', and its answers would be lost. Name another folder with --out."
                : $"'{CopyOf(lesson)}' exists, and a learner may have worked in it. Name another folder with --out, or remove it.");
        problems.ThrowIfAny();
    }

    /// <summary>Writes a copy for learners and the checks that it loads.</summary>
    /// <returns>The path of the copy.</returns>
    public string WriteCopy(Lesson lesson)
    {
        AtomicFile.Write(Path.Combine(folder, lesson.ChecksFile), LessonDocument.ChecksOf(lesson.Document));
        NotebookFile.Save(WithData(LessonDocument.ForLearners(lesson.Document, lesson.ChecksFile)), CopyOf(lesson));
        return CopyOf(lesson);
    }

    /// <summary>The lesson with model answers, on the data of this folder.</summary>
    public NotebookDocument WithAnswers(Lesson lesson) => WithData(LessonDocument.WithAnswers(lesson.Document));

    /// <summary>How notebooks run in this folder.</summary>
    public RunOptions Options => InBox.RunIn(Path.GetFullPath(folder));

    private string CopyOf(Lesson lesson) => Path.Combine(folder, lesson.Name + ".ipynb");

    /// <summary>The lesson with this folder's shop and seed in its parameters, as far as it has them.</summary>
    private NotebookDocument WithData(NotebookDocument lesson)
    {
        string[] known = [.. ParameterCell.Describe(lesson, InBox.Assemblies, InBox.Usings).Select(parameter => parameter.Name)];
        var values = new Dictionary<string, IReadOnlyList<string>> { ["data"] = [Shop], ["seed"] = [seed.ToString(CultureInfo.InvariantCulture)] };
        return ParameterCell.Set(lesson, Options with { Parameters = values.Where(value => known.Contains(value.Key)).ToDictionary() });
    }
}
