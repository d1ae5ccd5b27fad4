using System.Globalization;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Scripting;

namespace UserOps.Notebooks.Magics;

/// <summary>Runs one cell: checks all of it, then its references, then code and directives in order.</summary>
/// <param name="session">The session in which it runs.</param>
/// <param name="label">What errors call the place: <c>cell 3</c>, or the name of an imported file.</param>
/// <param name="folder">The folder to which its paths are relative.</param>
internal sealed class CellInterpreter(ScriptSession session, string label, string folder)
{
    private readonly List<Action> _atEnd = [];

    public ScriptSession Session => session;

    /// <summary>The text of the directive's own language block, for <c>#!value</c>.</summary>
    public string RestOfCell { get; private set; } = "";

    public async Task RunAsync(string source, string language, CancellationToken cancellation)
    {
        var parts = CellParser.Parse(source, language);
        CellCheck.Throw(parts, label);
        await LoadReferencesAsync(parts, cancellation).ConfigureAwait(true);
        try
        {
            for (int i = 0; i < parts.Count; i++)
                i += await RunAsync(parts, i, cancellation).ConfigureAwait(true);
        }
        finally
        {
            _atEnd.ForEach(action => action());
        }
    }

    /// <summary>Has something done when the cell has ended, also when it failed.</summary>
    public void AtEnd(Action action) => _atEnd.Add(action);

    /// <summary>The full path of a file that the cell names.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, folder);

    /// <summary>Runs C# that a directive stands for.</summary>
    public Task RunCSharpAsync(string code, CancellationToken cancellation) => session.RunAsync(code, label, cancellation);

    /// <summary>Runs a whole file in place: its C# runs, its text is shown.</summary>
    public async Task ImportAsync(string path, CancellationToken cancellation)
    {
        string full = Resolve(path);
        var document = NotebookFile.Load(full);
        for (int i = 0; i < document.Cells.Length; i++)
        {
            string place = document.Cells.Length == 1 ? Path.GetFileName(full) : string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(full)}, cell {i + 1}");
            var imported = new CellInterpreter(session, place, Path.GetDirectoryName(full)!);
            await imported.RunAsync(document.Cells[i].Source, document.Cells[i].Language, cancellation).ConfigureAwait(true);
        }
    }

    private async Task LoadReferencesAsync(List<CellPart> parts, CancellationToken cancellation)
    {
        var directives = parts.OfType<CellPart.Directive>().Where(CellParser.IsHoisted).ToList();
        if (directives.Count == 0)
            return;
        foreach (string extension in await session.References.LoadAsync(directives, folder, cancellation).ConfigureAwait(true))
            await ImportAsync(extension, cancellation).ConfigureAwait(true);
    }

    /// <summary>Runs a part; returns how many following parts it has taken for itself.</summary>
    private async Task<int> RunAsync(List<CellPart> parts, int index, CancellationToken cancellation)
    {
        if (parts[index] is CellPart.Code code)
            await RunCodeAsync(code, cancellation).ConfigureAwait(true);
        else if (parts[index] is CellPart.Directive directive && !CellParser.IsHoisted(directive))
        {
            var arguments = DirectiveArguments.Parse(directive.Arguments);
            var next = parts.ElementAtOrDefault(index + 1) as CellPart.Code;
            RestOfCell = next?.Text.Trim() ?? "";
            await Directives.Find(directive.Name)!.RunAsync(arguments, this, cancellation).ConfigureAwait(true);
            return next is not null && Directives.TakesText(directive.Name, arguments) ? 1 : 0;
        }
        return 0;
    }

    private Task RunCodeAsync(CellPart.Code code, CancellationToken cancellation)
    {
        if (code.Language == "csharp")
            return session.RunAsync(code.Text, label, cancellation);
        session.Context.Show(new CellOutput.Display(TextCells.Render(code)));
        return Task.CompletedTask;
    }
}
