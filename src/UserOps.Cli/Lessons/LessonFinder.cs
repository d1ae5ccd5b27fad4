using UserOps.Cli.Reporting;
using UserOps.Display;
using UserOps.Notebooks;
using UserOps.Notebooks.Documents;

namespace UserOps.Cli.Lessons;

/// <summary>Finds the lessons that were named, by path or by name, or all of the nearest folder <c>notebooks/lessons</c>.</summary>
internal static class LessonFinder
{
    /// <exception cref="UserOpsException">A lesson is not there or cannot be read; all of them are listed.</exception>
    public static IReadOnlyList<Lesson> Find(IReadOnlyList<string> named)
    {
        var problems = new Problems();
        string[] shipped = Shipped();
        if (named.Count == 0 && shipped.Length == 0)
            problems.Add($"No folder 'notebooks/lessons' with .ipynb files in '{Environment.CurrentDirectory}' or above it. Name the lessons by their paths.");
        IEnumerable<string?> paths = named.Count == 0 ? shipped : named.Select(name => PathOf(name, shipped, problems));
        Lesson[] lessons = [.. paths.OfType<string>().Distinct().Select(path => Load(path, problems)).OfType<Lesson>()];
        problems.ThrowIfAny();
        return lessons;
    }

    private static string? PathOf(string name, string[] shipped, Problems problems)
    {
        if (File.Exists(name) && !name.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase))
            problems.Add($"'{name}' is no lesson: lessons are .ipynb files, whose cells have tags.");
        else if (File.Exists(name))
            return Path.GetFullPath(name);
        else if (Array.Find(shipped, path => Path.GetFileNameWithoutExtension(path) == name) is { } path)
            return path;
        else
            problems.Add(Unknown(name, [.. shipped.Select(path => Path.GetFileNameWithoutExtension(path))]));
        return null;
    }

    private static string Unknown(string name, string[] shipped) =>
        $"There is no lesson '{name}'.{NearestName.Suggest(name, shipped)}{(shipped.Length == 0 ? "" : $" There are: {string.Join(", ", shipped)}.")}";

    private static Lesson? Load(string path, Problems problems)
    {
        try
        {
            return new(path, NotebookFile.Load(path));
        }
        catch (NotebookException problem)
        {
            problems.Add(problem.Message);
            return null;
        }
    }

    private static string[] Shipped() => NotebookFinder.Places().Select(folder => Path.Combine(folder, "lessons")).Where(Directory.Exists)
        .Select(folder => Directory.GetFiles(folder, "*.ipynb")).FirstOrDefault(files => files.Length > 0)?.Order(StringComparer.Ordinal).ToArray() ?? [];
}
