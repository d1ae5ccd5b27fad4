using System.Diagnostics;
using System.Globalization;
using UserOps.Display;
using UserOps.Notebooks.Documents;

namespace UserOps.Notebooks.Magics;

/// <summary><c>#!time</c>: how long the rest of the cell took.</summary>
internal sealed class TimeDirective : IDirective
{
    public string Name => "#!time";

    public string Help => "#!time — tells how long the rest of the cell took";

    public Task RunAsync(DirectiveArguments arguments, CellInterpreter cell, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        cell.AtEnd(() => cell.Session.Context.Show(new CellOutput.Display(MimeBundle.Of(
            string.Create(CultureInfo.InvariantCulture, $"Wall time: {clock.Elapsed.TotalMilliseconds:0.##}ms")))));
        return Task.CompletedTask;
    }
}
