using System.Text.Json;
using UserOps.Cli.Reporting;
using UserOps.Notebooks.Parameters;
using UserOps.Reports.Contracts;

namespace UserOps.Cli.Describing;

/// <summary>What a notebook asks of whoever runs it, for programs.</summary>
internal static class DescribeJson
{
    public static string Write(Notebook notebook, DataContract contract) => JsonSerializer.Serialize(new
    {
        Notebook = notebook.Name,
        notebook.Document.Title,
        Parameters = notebook.Declared.Select(Of),
        Contract = contract.IsEmpty ? null : contract,
    }, Json.Indented);

    private static object Of(ParameterDeclaration parameter) => new
    {
        parameter.Name,
        parameter.Type,
        Required = parameter.IsRequired,
        Secret = parameter.IsSecret,
        Variable = parameter.IsSecret ? SecretParameter.VariableOf(parameter.Name) : null,
        Default = parameter.IsSecret ? null : parameter.Default,
        Values = parameter.IsSecret ? null : parameter.DefaultTexts,
        parameter.Range,
        parameter.Choices,
        parameter.Description,
    };
}
