using UserOps.Data.Cache;
using UserOps.Notebooks;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Parameters;

namespace UserOps.Cli.Reporting;

/// <summary>Turns a request into runs, and tells everything that is wrong with it before any of them starts.</summary>
internal static class Plan
{
    /// <exception cref="UserOpsException">The request cannot be carried out; all problems are listed.</exception>
    public static IReadOnlyList<PlannedRun> Make(ReportRequest request, string outFolder)
    {
        var problems = new Problems();
        var paths = NotebookFinder.Find(request.Notebooks, problems);
        var given = GivenParameters.Read(request, problems);
        problems.ThrowIfAny();
        var notebooks = paths.Select(path => Load(path, problems)).OfType<Notebook>().ToList();
        given.CheckNames(notebooks, problems);
        foreach (var notebook in notebooks.Where(notebook => SaveTo(notebook, outFolder) == notebook.Path))
            problems.Add($"The executed notebook would be written over its source '{notebook.Path}'. Name another folder with --out.");
        problems.ThrowIfAny();
        var runs = notebooks.Select(notebook => Run(notebook, request, given, outFolder)).ToList();
        foreach (var run in runs)
            problems.AddRange(ParameterCell.Check(run.Document, run.Options).Select(problem => $"{run.Name}: {problem}"));
        problems.ThrowIfAny();
        return runs;
    }

    private static Notebook? Load(string path, Problems problems)
    {
        try
        {
            var document = NotebookFile.Load(path);
            return new(path, document, [.. ParameterCell.Describe(document, InBox.Assemblies, InBox.Usings).Select(parameter => parameter.Name)]);
        }
        catch (NotebookException problem)
        {
            problems.Add(problem.Message);
            return null;
        }
    }

    private static PlannedRun Run(Notebook notebook, ReportRequest request, GivenParameters given, string outFolder) =>
        new(notebook.Name, notebook.Folder, notebook.Document, new()
        {
            WorkingDirectory = notebook.Folder,
            Parameters = given.For(notebook),
            InBox = InBox.Assemblies,
            Usings = InBox.Usings,
            PackageCache = CacheFolder.Packages,
            CellTimeout = request.CellTimeout,
            Timeout = request.Timeout,
            KeepGoing = request.KeepGoing,
            SaveTo = SaveTo(notebook, outFolder),
        });

    private static string SaveTo(Notebook notebook, string outFolder) => Path.Combine(outFolder, notebook.Name + ".ipynb");
}

/// <summary>A notebook as it was read, with the names of its parameters.</summary>
internal sealed record Notebook(string Path, NotebookDocument Document, IReadOnlyList<string> Parameters)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;
}
