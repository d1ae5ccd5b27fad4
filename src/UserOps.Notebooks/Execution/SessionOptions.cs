using System.Reflection;

namespace UserOps.Notebooks.Execution;

/// <summary>What a session gives to the cells that run in it.</summary>
public sealed record SessionOptions
{
    /// <summary>The folder from which cells refer to files.</summary>
    public string WorkingDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>Assemblies that cells may use without a package; <c>#r "nuget: X"</c> of one of these names is satisfied by it.</summary>
    public IReadOnlyList<Assembly> InBox { get; init; } = [];

    /// <summary>Namespaces imported into every cell besides the engine's own.</summary>
    public IReadOnlyList<string> Usings { get; init; } = [];

    /// <summary>The folder in which answered requests for packages are kept, so that they need no network again.</summary>
    public string PackageCache { get; init; } = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "userops", "packages");

    /// <summary>Asks the person at the notebook; null where nobody is there.</summary>
    public Func<InputRequest, CancellationToken, Task<string?>>? Input { get; init; }
}

/// <summary>A question that a cell asks.</summary>
/// <param name="Prompt">The words of the question; may be empty.</param>
/// <param name="IsPassword">Whether the answer is not to be seen while it is typed.</param>
public sealed record InputRequest(string Prompt, bool IsPassword);
