namespace UserOps.Notebooks.Magics;

/// <summary><c>#!import file</c> and <c>#load "file"</c>: runs another notebook or script in place.</summary>
internal sealed class ImportDirective(string name) : IDirective
{
    public string Name => name;

    public string Help => $"{name} file — runs a notebook (.ipynb, .dib) or script (.csx, .cs) in place";

    public string? Check(DirectiveArguments arguments) => FileOf(arguments) is null ? $"{name} names no file: write {name} \"helpers.csx\"." : null;

    public Task RunAsync(DirectiveArguments arguments, CellInterpreter cell, CancellationToken cancellation) =>
        cell.ImportAsync(FileOf(arguments)!, cancellation);

    public static string? FileOf(DirectiveArguments arguments) => arguments["--file"] ?? arguments.Words.FirstOrDefault();
}
