namespace UserOps.Notebooks.Documents;

/// <summary>The names that cells give their language, and the one name each has here.</summary>
internal static class NotebookLanguages
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["csharp"] = "csharp",
        ["c#"] = "csharp",
        [".net-csharp"] = "csharp",
        ["polyglot-notebook"] = "csharp",
        ["dotnet-interactive.csharp"] = "csharp",
        ["fsharp"] = "fsharp",
        ["f#"] = "fsharp",
        [".net-fsharp"] = "fsharp",
        ["pwsh"] = "pwsh",
        ["powershell"] = "pwsh",
        [".net-pwsh"] = "pwsh",
        ["dotnet-interactive.pwsh"] = "pwsh",
        ["javascript"] = "javascript",
        ["js"] = "javascript",
        ["html"] = "html",
        ["markdown"] = "markdown",
        ["md"] = "markdown",
        ["mermaid"] = "mermaid",
        ["raw"] = "raw",
        ["sql"] = "sql",
        ["kql"] = "kql",
        ["python"] = "python",
        ["http"] = "http",
        ["httpRequest"] = "http",
        ["value"] = "value",
    };

    private static readonly Dictionary<string, string> Starters = new(StringComparer.Ordinal)
    {
        ["csharp"] = "csharp",
        ["c#"] = "csharp",
        ["C#"] = "csharp",
        ["fsharp"] = "fsharp",
        ["f#"] = "fsharp",
        ["F#"] = "fsharp",
        ["pwsh"] = "pwsh",
        ["powershell"] = "pwsh",
        ["javascript"] = "javascript",
        ["js"] = "javascript",
        ["html"] = "html",
        ["markdown"] = "markdown",
        ["mermaid"] = "mermaid",
        ["sql"] = "sql",
        ["kql"] = "kql",
        ["http"] = "http",
    };

    /// <summary>The name of a language here; an unknown one keeps its own.</summary>
    public static string Canonical(string name) => Names.GetValueOrDefault(name, name);

    /// <summary>Whether <c>#!name</c> starts a cell, or a part of a cell, in a language; exact case, as in Polyglot.</summary>
    public static bool Starts(string name, out string language) => Starters.TryGetValue(name, out language!);
}
