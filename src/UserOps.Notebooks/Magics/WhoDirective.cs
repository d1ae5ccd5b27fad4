using UserOps.Display;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Rendering;

namespace UserOps.Notebooks.Magics;

/// <summary><c>#!who</c> and <c>#!whos</c>: the variables, by name or with types and values.</summary>
internal sealed class WhoDirective(string name) : IDirective
{
    private static readonly TableColumn[] Columns = [new("Variable", Format.Text), new("Type", Format.Text), new("Value", Format.Text)];

    public string Name => name;

    public string Help => name == "#!who" ? "#!who — names the variables" : "#!whos — shows the variables with types and values";

    public Task RunAsync(DirectiveArguments arguments, CellInterpreter cell, CancellationToken cancellation)
    {
        var variables = VariableList.Of(cell.Session.Variables);
        var bundle = name == "#!who"
            ? MimeBundle.Of(string.Join('\n', variables.Select(variable => variable.Name)))
            : new Table("Variables", Columns, variables.Select(variable => (IReadOnlyList<object?>)[variable.Name, variable.Type, variable.Value])).Render();
        cell.Session.Context.Show(new CellOutput.Display(bundle));
        return Task.CompletedTask;
    }
}
