using UserOps.Display;

namespace UserOps.Cli.Reporting;

/// <summary>Finds the notebooks to run: those named, or all of the nearest folder <c>notebooks</c>.</summary>
internal static class NotebookFinder
{
    private static readonly string[] Extensions = [".ipynb", ".dib"];

    public static IReadOnlyList<string> Find(IReadOnlyList<string> named, Problems problems)
    {
        if (named.Count == 0)
            return All(problems);
        foreach (string path in named.Where(path => !File.Exists(path)))
            problems.Add(Missing(path));
        foreach (string path in named.Where(path => File.Exists(path) && !IsNotebook(path)))
            problems.Add($"'{path}' is no notebook: its name ends in neither .ipynb nor .dib.");
        foreach (var twins in named.GroupBy(Path.GetFileNameWithoutExtension, StringComparer.OrdinalIgnoreCase).Where(twins => twins.Count() > 1))
            problems.Add($"Several notebooks are named '{twins.Key}', and their reports would replace each other. Run them with an --out of their own.");
        return [.. named.Select(Path.GetFullPath)];
    }

    /// <summary>All notebooks of the nearest folder <c>notebooks</c>; none where there is no such folder.</summary>
    public static IReadOnlyList<string> Near() => Places().Select(NotebooksIn).FirstOrDefault(notebooks => notebooks.Count > 0) ?? [];

    private static IReadOnlyList<string> All(Problems problems)
    {
        var found = Near();
        if (found.Count == 0)
            problems.Add($"No folder 'notebooks' with .ipynb or .dib files in '{Environment.CurrentDirectory}' or above it. Name the notebooks to run.");
        return found;
    }

    /// <summary>The nearest folder of a name in the current folder, above it, or where the program lies; null where there is none.</summary>
    public static string? Nearest(string folder) => Upward(Environment.CurrentDirectory, folder).Concat(Upward(AppContext.BaseDirectory, folder)).FirstOrDefault(Directory.Exists);

    private static string Missing(string path) =>
        $"There is no notebook '{path}'.{NearestName.Suggest(Path.GetFileName(path), Places().SelectMany(NotebooksIn).Select(Path.GetFileName).OfType<string>())}";

    /// <summary>The folders <c>notebooks</c> that may be meant, the nearest first.</summary>
    internal static IEnumerable<string> Places() => Upward(Environment.CurrentDirectory, "notebooks").Concat(Upward(AppContext.BaseDirectory, "notebooks"));

    private static IEnumerable<string> Upward(string from, string folder)
    {
        for (var place = new DirectoryInfo(from); place is not null; place = place.Parent)
            yield return Path.Combine(place.FullName, folder);
    }

    private static IReadOnlyList<string> NotebooksIn(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder).Where(IsNotebook).Order(StringComparer.Ordinal)]
        : [];

    private static bool IsNotebook(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
