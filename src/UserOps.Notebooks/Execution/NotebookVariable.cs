namespace UserOps.Notebooks.Execution;

/// <summary>A variable that a cell declared, as it can be listed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as C# writes it.</param>
/// <param name="Value">Its value in one line, cut at 100 characters.</param>
public sealed record NotebookVariable(string Name, string Type, string Value);
