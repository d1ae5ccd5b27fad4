namespace UserOps.Notebooks.Magics;

/// <summary><c>#!share --from value n</c>: brings a kept text, or another variable, into C#.</summary>
internal sealed class ShareDirective : IDirective
{
    public string Name => "#!share";

    public string Help => "#!share --from value|csharp n [--as m] — brings a kept text or a variable into C#";

    public string? Check(DirectiveArguments arguments) =>
        !SharedValue.IsName(NameOf(arguments)) ? "#!share needs a name: #!share --from value name."
        : arguments["--from"] is null or "value" or "csharp" or "c#" ? null
        : $"#!share cannot read from '{arguments["--from"]}': only value and csharp are run here.";

    public Task RunAsync(DirectiveArguments arguments, CellInterpreter cell, CancellationToken cancellation)
    {
        string name = NameOf(arguments)!, target = arguments["--as"] ?? name;
        return arguments["--from"] == "value" ? cell.RunCSharpAsync(SharedValue.Declare(target, cell.Session.TextValue(name)), cancellation)
            : target == name ? Task.CompletedTask
            : cell.RunCSharpAsync($"var {target} = {name};", cancellation);
    }

    private static string? NameOf(DirectiveArguments arguments) => arguments["--name"] ?? arguments.Words.FirstOrDefault();
}
