using UserOps.Cli.Terminals;
using UserOps.Notebooks;
using UserOps.Notebooks.Parameters;
using UserOps.Reports.Contracts;

namespace UserOps.Cli.Reporting;

/// <summary>Turns a request into runs, and tells everything that is wrong with it before any of them starts.</summary>
internal static class Plan
{
    /// <exception cref="UserOpsException">The request cannot be carried out; all problems are listed.</exception>
    public static IReadOnlyList<PlannedRun> Make(ReportRequest request, string outFolder, Terminal terminal)
    {
        var problems = new Problems();
        var paths = NotebookFinder.Find(request.Notebooks, problems);
        var given = GivenParameters.Read(request, problems);
        problems.ThrowIfAny();
        var notebooks = paths.Select(path => Load(path, problems)).OfType<Notebook>().ToList();
        given.CheckNames(notebooks, problems);
        foreach (var notebook in notebooks.Where(notebook => Path.Combine(outFolder, notebook.Name + ".ipynb") == notebook.Path))
            problems.Add($"The executed notebook would be written over its source '{notebook.Path}'. Name another folder with --out.");
        problems.ThrowIfAny();
        Secrets.Ask(notebooks, terminal);
        var runs = notebooks.Select(notebook => new PlannedRun(notebook.Path, Run(notebook, request, given))).ToList();
        foreach (var run in runs)
            problems.AddRange(ParameterCell.Check(run.Document, run.Options).Select(problem => $"{run.Name}: {problem}"));
        problems.ThrowIfAny();
        return runs;
    }

    private static Notebook? Load(string path, Problems problems)
    {
        try
        {
            return Notebook.Load(path);
        }
        catch (NotebookException problem)
        {
            problems.Add(problem.Message);
            return null;
        }
    }

    private static NotebookToRun Run(Notebook notebook, ReportRequest request, GivenParameters given) =>
        new(notebook.Name, notebook.Document, notebook.Declared, InBox.RunIn(notebook.Folder) with
        {
            Parameters = given.For(notebook),
            CellTimeout = request.CellTimeout,
            Timeout = request.Timeout,
            KeepGoing = request.KeepGoing,
        });
}
