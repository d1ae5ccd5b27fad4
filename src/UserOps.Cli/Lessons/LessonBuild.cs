using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
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

    /// <summary>Writes the shop, and its truth beside the folder; a shop of this seed that is there already stays as it is.</summary>
    /// <exception cref="UserOpsException">There is a shop of another seed or an export of somebody's own, or it cannot be written.</exception>
    public void WriteData(CancellationToken cancellation)
    {
        if (!Directory.Exists(ShopFolder))
            WriteShop(cancellation);
        else if (SeedOfShop() is not { } earlier)
            throw new UserOpsException($"'{ShopFolder}' is there already and is no shop of a lesson. Name another folder with --out.");
        else if (earlier != seed)
            throw new UserOpsException($"'{ShopFolder}' was made with --seed {earlier}, and a learner has one shop. Give that seed, or name another folder with --out.");
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

    private string ShopFolder => Path.Combine(folder, Shop);

    private string TruthFile => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + "." + ShopSample.TruthFile;

    /// <summary>Under another name until it is whole, so that a shop without its truth beside it is somebody's own.</summary>
    private void WriteShop(CancellationToken cancellation)
    {
        string made = Path.Combine(folder, $".{Shop}-{Path.GetRandomFileName()}");
        try
        {
            ShopSample.Write(made, new() { Seed = seed }, cancellation: cancellation);
            File.Move(Path.Combine(made, ShopSample.TruthFile), TruthFile, overwrite: true);
            Directory.Move(made, ShopFolder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserOpsException($"The shop of the lesson cannot be written to '{ShopFolder}', or its truth to '{TruthFile}': {failure.Message} Name another folder with --out.", failure);
        }
        finally
        {
            if (Directory.Exists(made))
                Directory.Delete(made, recursive: true);
        }
    }

    private int? SeedOfShop()
    {
        try
        {
            return File.Exists(TruthFile) ? (int?)JsonNode.Parse(File.ReadAllText(TruthFile))?["generator"]?["seed"] : null;
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private string CopyOf(Lesson lesson) => Path.Combine(folder, lesson.Name + ".ipynb");

    /// <summary>The lesson with this folder's shop and seed in its parameters, as far as it has them.</summary>
    private NotebookDocument WithData(NotebookDocument lesson)
    {
        string[] known = [.. ParameterCell.Describe(lesson, InBox.Assemblies, InBox.Usings).Select(parameter => parameter.Name)];
        var values = new Dictionary<string, IReadOnlyList<string>> { ["data"] = [Shop], ["seed"] = [seed.ToString(CultureInfo.InvariantCulture)] };
        return ParameterCell.Set(lesson, Options with { Parameters = values.Where(value => known.Contains(value.Key)).ToDictionary() });
    }
}
