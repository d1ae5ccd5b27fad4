using UserOps.Cli.Reporting;
using UserOps.Display;
using UserOps.Notebooks.Parameters;
using UserOps.Reports.Contracts;

namespace UserOps.Cli.Describing;

/// <summary>What a notebook asks of whoever runs it, in words.</summary>
internal static class DescribeText
{
    private static readonly TableColumn[] Headings =
        [new("Parameter", Format.Text), new("Type", Format.Text), new("Default", Format.Text), new("May be", Format.Text), new("What it is", Format.Text)];

    public static string Write(Notebook notebook, DataContract contract) => string.Join("\n\n",
        [notebook.Document.Title ?? notebook.Name, Parameters(notebook.Declared, contract), .. Contract(contract)]);

    private static string Parameters(IReadOnlyList<ParameterDeclaration> declared, DataContract contract) => declared.Count == 0
        ? "It has no parameters: no cell is tagged 'parameters'."
        : new Table("Parameters", Headings, declared.Select(parameter => Row(parameter, contract))).ToString();

    private static object?[] Row(ParameterDeclaration parameter, DataContract contract) =>
        [parameter.Name, parameter.Type, parameter.IsRequired || parameter.IsSecret ? null : parameter.Default, Allowed(parameter, contract), parameter.Description];

    private static string Allowed(ParameterDeclaration parameter, DataContract contract) => string.Join("; ", new[]
    {
        parameter.IsRequired ? "required" : null,
        parameter.IsSecret ? $"secret, from {SecretParameter.VariableOf(parameter.Name)}" : null,
        parameter.Range?.ToString(),
        parameter.Choices.Count > 0 ? string.Join(", ", parameter.Choices) : null,
        contract.Names.FirstOrDefault(naming => naming.Parameters.Contains(parameter.Name))?.ToString(),
    }.OfType<string>());

    private static IEnumerable<string> Contract(DataContract contract)
    {
        if (contract.IsEmpty)
            yield return "It says nothing of the data that it needs.";
        if (contract.Needs.Count > 0)
            yield return "Needs:\n" + string.Join('\n', contract.Needs.Select(Line));
        if (contract.Uses.Count > 0)
            yield return "Uses, where the export has it:\n" + string.Join('\n', contract.Uses.Select(Line));
        if (contract.FreshDays is { } days)
            yield return $"The newest record may be {days} {(days == 1 ? "day" : "days")} old.";
        if (contract.Unless.Count > 0)
            yield return $"None of this counts where {string.Join(" or ", contract.Unless)} is given: it then reads a table of another kind.";
    }

    private static string Line(DataNeed need) => $"  {need}{(need.Meaning is { } meaning ? $": {meaning}" : "")}";
}
