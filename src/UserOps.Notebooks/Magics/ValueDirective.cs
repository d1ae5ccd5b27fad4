using UserOps.Display;
using UserOps.Notebooks.Documents;

namespace UserOps.Notebooks.Magics;

/// <summary><c>#!value --name n</c>: keeps text under a name: what follows in the cell, a file, or what a web address answers.</summary>
internal sealed class ValueDirective : IDirective
{
    private static readonly HttpClient Web = new() { Timeout = TimeSpan.FromSeconds(60) };

    public string Name => "#!value";

    public string Help => "#!value --name n [--from-file f | --from-url u] — keeps text under a name, for #!share --from value n";

    public string? Check(DirectiveArguments arguments) => arguments["--name"] is null or "" ? "#!value needs --name." : null;

    public async Task RunAsync(DirectiveArguments arguments, CellInterpreter cell, CancellationToken cancellation)
    {
        string text = await ReadAsync(arguments, cell, cancellation).ConfigureAwait(true);
        cell.Session.KeepText(arguments["--name"]!, text);
        if (arguments["--mime-type"] is { } mimeType)
            cell.Session.Context.Show(new CellOutput.Display(MimeBundle.Of(text).With(mimeType, text)));
    }

    private static async Task<string> ReadAsync(DirectiveArguments arguments, CellInterpreter cell, CancellationToken cancellation)
    {
        try
        {
            return arguments["--from-file"] is { } file ? await File.ReadAllTextAsync(cell.Resolve(file), cancellation).ConfigureAwait(true)
                : arguments["--from-url"] is { } url ? await Web.GetStringAsync(new Uri(url), cancellation).ConfigureAwait(true)
                : cell.RestOfCell;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or HttpRequestException or UriFormatException)
        {
            throw new NotebookException($"#!value cannot read {arguments["--from-file"] ?? arguments["--from-url"]}: {e.Message}", e);
        }
    }
}
