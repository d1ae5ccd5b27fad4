using System.Runtime.InteropServices;
using UserOps.Display;
using UserOps.Notebooks.Documents;

namespace UserOps.Notebooks.Magics;

/// <summary><c>#!about</c>: what runs this notebook.</summary>
internal sealed class AboutDirective : IDirective
{
    public string Name => "#!about";

    public string Help => "#!about — what runs this notebook";

    public Task RunAsync(DirectiveArguments arguments, CellInterpreter cell, CancellationToken cancellation)
    {
        string version = typeof(AboutDirective).Assembly.GetName().Version!.ToString(3);
        cell.Session.Context.Show(new CellOutput.Display(MimeBundle.Of(
            $"UserOps notebooks {version}, C# on {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription.Trim()} ({RuntimeInformation.OSArchitecture})")));
        return Task.CompletedTask;
    }
}
