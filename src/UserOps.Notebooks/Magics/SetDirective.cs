using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive;

namespace UserOps.Notebooks.Magics;

/// <summary><c>#!set --name n --value v</c>: declares a variable with a literal, another variable, or what a person answers.</summary>
internal sealed class SetDirective : IDirective
{
    public string Name => "#!set";

    public string Help => "#!set --name n --value v — declares a variable; v may be @csharp:x, @input:\"Question?\" or @password:\"Question?\"";

    public string? Check(DirectiveArguments arguments) =>
        !SharedValue.IsName(arguments["--name"]) || arguments["--value"] is null ? "#!set needs --name with a C# name, and --value." : null;

    public async Task RunAsync(DirectiveArguments arguments, CellInterpreter cell, CancellationToken cancellation) =>
        await cell.RunCSharpAsync(await CodeAsync(arguments["--name"]!, arguments["--value"]!, cell).ConfigureAwait(true), cancellation).ConfigureAwait(true);

    private static async Task<string> CodeAsync(string name, string value, CellInterpreter cell)
    {
        if (!value.StartsWith('@'))
            return SharedValue.DeclareLiteral(name, value);
        string[] reference = value[1..].Split(':', 2);
        string kind = reference.Length == 1 ? "csharp" : reference[0], what = reference[^1];
        return kind switch
        {
            "input" => SharedValue.Declare(name, await cell.Session.Context.AskAsync(Question(what), isPassword: false).ConfigureAwait(true) ?? ""),
            "password" => SharedValue.Declare(name, new PasswordString(await cell.Session.Context.AskAsync(Question(what), isPassword: true).ConfigureAwait(true) ?? "")),
            "value" => SharedValue.Declare(name, cell.Session.TextValue(what)),
            _ when kind is "csharp" or "c#" && SharedValue.IsName(what) => $"var {name} = {what};",
            _ => throw new NotebookException($"#!set cannot read '{value}': give a literal, @csharp:variable, @value:name, @input:\"Question?\" or @password:\"Question?\"."),
        };
    }

    /// <summary>The words of a question, which may stand in JSON: <c>{ "prompt": "Question?", "saveAs": "name" }</c>.</summary>
    private static string Question(string text)
    {
        try
        {
            return text.StartsWith('{') ? JsonNode.Parse(text)?["prompt"]?.ToString() ?? "" : DirectiveArguments.Unquote(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
