using UserOps.Display;
using UserOps.Notebooks.Documents;

namespace UserOps.Notebooks.Magics;

/// <summary><c>#!lsmagic</c>: the directives there are.</summary>
internal sealed class ListDirective : IDirective
{
    public string Name => "#!lsmagic";

    public string Help => "#!lsmagic — lists the directives";

    public Task RunAsync(DirectiveArguments arguments, CellInterpreter cell, CancellationToken cancellation)
    {
        cell.Session.Context.Show(new CellOutput.Display(MimeBundle.Of(string.Join('\n', Directives.Known.Select(directive => directive.Help)))));
        return Task.CompletedTask;
    }
}
