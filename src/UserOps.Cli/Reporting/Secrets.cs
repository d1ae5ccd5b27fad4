using UserOps.Cli.Terminals;
using UserOps.Notebooks.Parameters;

namespace UserOps.Cli.Reporting;

/// <summary>Asks a person for secrets that notebooks cannot do without; the answers go where the variables would have been.</summary>
internal static class Secrets
{
    public static void Ask(IEnumerable<Notebook> notebooks, Terminal terminal)
    {
        if (terminal.AskSecret is not { } ask)
            return;
        foreach (var parameter in notebooks.SelectMany(notebook => notebook.Declared).Where(IsMissing).DistinctBy(parameter => parameter.Name))
            Environment.SetEnvironmentVariable(SecretParameter.VariableOf(parameter.Name), ask($"{parameter.Name}{(parameter.Description is { } meaning ? $" ({meaning})" : "")}:"));
    }

    private static bool IsMissing(ParameterDeclaration parameter) =>
        parameter is { IsSecret: true, IsRequired: true } && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(SecretParameter.VariableOf(parameter.Name)));
}
